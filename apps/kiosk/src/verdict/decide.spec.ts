import { decide } from "@abwab/domain";
import { goldenVectors } from "@abwab/domain/golden-vectors";

describe("A1: the kiosk decides by the golden vectors", () => {
  test.each(goldenVectors)("$title", ({ pass, policy, history, attempt, expected }) => {
    expect(decide(pass, policy, history, attempt)).toEqual(expected);
  });
});
