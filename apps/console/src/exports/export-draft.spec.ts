import { newExport } from "@abwab/contract";
import { emptyDraft, exportOf } from "./export-draft.ts";

describe("what is asked for of an export", () => {
  it("is in order from the start", () => {
    expect(newExport.safeParse(exportOf(emptyDraft("ar"))).success).toBe(true);
  });

  it("has nothing of a choice that was left again", () => {
    const packed = { ...emptyDraft("fr"), what: "ledger" as const, format: "csv" as const, gzip: true };
    expect(exportOf(packed)).toMatchObject({ what: "ledger", gzip: true });
    expect(exportOf(packed)).not.toHaveProperty("by");
    expect(exportOf({ ...packed, format: "xlsx" })).toMatchObject({ gzip: false });
  });

  it("names only the days that were chosen", () => {
    expect(exportOf({ ...emptyDraft("en"), from: "2025-05-17" })).toMatchObject({ from: "2025-05-17" });
    expect(exportOf(emptyDraft("en"))).not.toHaveProperty("to");
  });
});
