import { readTemplate, roundDown } from "./index.ts";

const FIELDS = ["visits.total", "visits.weekend", "edition.name"];

describe("a template of a communiqué", () => {
  it("is text with the fields between it, each with its place", () => {
    expect(readTemplate("{{edition.name}}\n\nIn all {{ visits.total }}.", FIELDS)).toEqual({
      parts: [
        { field: "edition.name", line: 1, column: 1 },
        { text: "\n\nIn all " },
        { field: "visits.total", line: 3, column: 8 },
        { text: "." },
      ],
      faults: [],
    });
  });

  it("names a field that there is none of, where it stands and what it may have meant", () => {
    expect(readTemplate("One\ntwo {{visit.total}} {{weather}}", FIELDS).faults).toEqual([
      { line: 2, column: 5, code: "unknown_field", found: "visit.total", near: "visits.total" },
      { line: 2, column: 21, code: "unknown_field", found: "weather", near: null },
    ]);
  });

  it("names braces that nobody closed, and empty ones", () => {
    expect(readTemplate("a {{visits.total\nb {{}}", FIELDS).faults).toEqual([
      { line: 1, column: 3, code: "unclosed_field", found: "visits.total", near: null },
      { line: 2, column: 3, code: "unknown_field", found: "", near: null },
    ]);
  });

  it("takes everything else as text, with no meaning of its own", () => {
    const text = "<script>#{1} $x$ } {{{ … {visits.total}";
    expect(readTemplate("100 % {visits.total} #set page()", FIELDS)).toEqual({
      parts: [{ text: "100 % {visits.total} #set page()" }],
      faults: [],
    });
    expect(readTemplate(text, FIELDS).faults).toHaveLength(1);
  });

  it("names the first twenty faults of a text that has nothing else", () => {
    expect(readTemplate("{{".repeat(10_000), FIELDS).faults).toHaveLength(20);
    expect(readTemplate(`{{${"a".repeat(19_990)}}}`, FIELDS).faults).toEqual([
      { line: 1, column: 1, code: "unknown_field", found: "a".repeat(60), near: null },
    ]);
  });
});

describe("a rounded figure", () => {
  it.each([
    [2_400_000, 2_400_000, false],
    [2_400_001, 2_400_000, true],
    [2_412_345, 2_410_000, true],
    [1_180_000, 1_180_000, false],
    [29_000_000, 29_000_000, false],
    [29_999_999, 29_900_000, true],
    [1_000_000, 1_000_000, false],
    [999_999, 999_999, false],
    [0, 0, false],
  ])("of %i is %i, more: %s", (value, amount, isMore) => {
    expect(roundDown(value)).toEqual({ amount, isMore });
  });
});
