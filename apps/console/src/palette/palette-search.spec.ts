import { findCommands } from "./palette-search.ts";

const commands = [
  { id: "p12", words: ["P12", "الشرطة العلمية", "Police scientifique", "Forensics"] },
  { id: "p1", words: ["P1", "القيادة", "Commandement", "Command"] },
  { id: "kids", words: ["KIDS", "فضاء الأطفال", "Espace enfants", "Children"] },
  { id: "devices", words: ["Appareils"] },
];
const found = (asked: string, recent: string[] = []) => findCommands(commands, asked, recent).map(({ id }) => id);

describe("what the palette finds", () => {
  it.each(["p12", "P 12", "police sci", "SCIENTIFIQUE", "شرطه", "الشُّرطة"])("finds P12 by %j", (asked) => {
    expect(found(asked)[0]).toBe("p12");
  });

  it("finds Arabic names however their letters are written", () => {
    expect(found("الاطفال")).toEqual(["kids"]);
  });

  it("has the whole code before those that begin with it", () => {
    expect(found("p1")).toEqual(["p1", "p12"]);
  });

  it("wants every word", () => {
    expect(found("police enfants")).toEqual([]);
  });

  it("shows what was used lately while nothing is asked, the latest first", () => {
    expect(found("", ["devices", "p1", "gone"])).toEqual(["devices", "p1"]);
  });

  it("has what was used lately first among equals", () => {
    expect(found("com", ["p1"])[0]).toBe("p1");
  });
});
