import { exportAddress, type WantedExport, wantedExport } from "./export-address.ts";

const read = (address: string): WantedExport => wantedExport(new URL(address, "http://localhost").searchParams);

describe("the address of an export", () => {
  it("brings what a page shows to the form", () => {
    const wanted = {
      what: "counts",
      by: ["zone", "day"],
      zones: ["P01", "P02"],
      from: "2025-05-17",
      to: "2025-05-17",
    } as const;
    expect(read(exportAddress("el-jadida-2025", { ...wanted, by: [...wanted.by], zones: [...wanted.zones] }))).toEqual(
      wanted,
    );
  });

  it("leaves out what is not chosen, and what no form could hold", () => {
    expect(read(exportAddress("el-jadida-2025", { zones: [], from: "", settled: false }))).toEqual({});
    expect(read("/exports/x?by=zone,moon&from=yesterday&what=everything&settled=true")).toEqual({ settled: true });
  });
});
