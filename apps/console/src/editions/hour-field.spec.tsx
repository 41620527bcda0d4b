import { completeHour } from "./hour-field.tsx";

describe("an hour of the day", () => {
  it.each([
    ["9", "09:00"],
    ["21", "21:00"],
    ["930", "09:30"],
    ["0930", "09:30"],
    ["9:30", "09:30"],
    ["09:30", "09:30"],
  ])("typed as %s is %s", (typed, hour) => {
    expect(completeHour(typed)).toBe(hour);
  });

  it("is left as it was typed when it can't be one", () => {
    expect(completeHour("noon")).toBe("noon");
  });
});
