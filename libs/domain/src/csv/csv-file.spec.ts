import { csvFile, csvFormOf } from "./csv-file.ts";

const line = (cell: string | number | null, language = "fr") =>
  csvFile([[cell, "x"]], csvFormOf(language)).slice(1, -2);

describe("a table as CSV", () => {
  it("is marked as UTF-8 and has the separator of its language", () => {
    expect(csvFile([["أ", "b"]], csvFormOf("ar"))).toBe("\ufeffأ;b\r\n");
    expect(csvFile([["a", "b"]], csvFormOf("en"))).toBe("\ufeffa,b\r\n");
  });

  it.each(["=1+1", " =1+1", "@SUM(A1)", "-2+3", "＝1", "|calc", "\t=1"])("keeps %j from being calculated", (text) => {
    expect(line(text).replace('"', "").startsWith("'")).toBe(true);
  });

  it.each(["-12", "+3,5", "+212 523 34 40 00", "a=b", "Année"])("leaves %j as it is", (text) => {
    expect(line(text)).toBe(`${text};x`);
  });

  it("writes figures as the language's spreadsheets read them", () => {
    expect(line(-1234.5)).toBe("-1234,5;x");
    expect(line(-1234.5, "en")).toBe("-1234.5,x");
    expect(line(null)).toBe(";x");
  });

  it("quotes what would break a row", () => {
    expect(line('a;b "c"\nd')).toBe('"a;b ""c""\nd";x');
    expect(line("a;b", "en")).toBe("a;b,x");
    expect(line("a,b", "en")).toBe('"a,b",x');
  });
});
