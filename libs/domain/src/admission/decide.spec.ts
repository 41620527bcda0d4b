import { decide } from "./decide.ts";
import { goldenVectors } from "./golden-vectors.ts";
import { verdictReasons } from "./reasons.ts";

describe("A1: decide, by the golden vectors", () => {
  test.each(goldenVectors)("$title", ({ pass, policy, history, attempt, expected }) => {
    expect(decide(pass, policy, history, attempt)).toEqual(expected);
  });

  it("gives each reason in at least one of them", () => {
    const given = new Set(goldenVectors.map(({ expected }) => expected.reason));
    expect(verdictReasons.filter((reason) => !given.has(reason))).toEqual([]);
  });

  it("has a title of its own for each", () => {
    const titles = goldenVectors.map(({ title }) => title);
    expect(titles.filter((title, index) => titles.indexOf(title) !== index)).toEqual([]);
  });
});
