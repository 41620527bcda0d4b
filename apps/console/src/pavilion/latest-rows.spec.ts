import type { LedgerKind, LedgerRow } from "@abwab/contract";
import { KEPT, noRows, readLatest } from "./latest-rows.ts";

const row = (version: number, kind: LedgerKind = "entry"): LedgerRow => ({
  id: `${kind}-${version}`,
  kind,
  edition: "open-days",
  zone: "P01",
  checkpoint: "P01-A",
  direction: "in",
  headcount: 1,
  category: "public",
  occurredAt: "2027-05-17T10:00:00Z",
  placedAt: "2027-05-17T10:00:00Z",
  receivedAt: "2027-05-17T10:00:00Z",
  deviceId: null,
  flags: [],
  version,
});

/** A ledger that answers `limit` rows a page, as the service does. */
const ledger = (rows: readonly LedgerRow[], limit: number) => (from: { after: number; cursor?: string }) => {
  const later = rows.filter(({ version }) => version > from.after);
  const start = Number(from.cursor ?? 0);
  const items = later.slice(start, start + limit);
  return Promise.resolve({ items, nextCursor: start + limit < later.length ? String(start + limit) : null });
};
const versions = (count: number) => Array.from({ length: count }, (_, index) => index + 1);

describe("the latest rows of the ledger", () => {
  it("are read to the end, page by page", async () => {
    const latest = await readLatest(
      noRows,
      ledger(
        versions(5).map((each) => row(each)),
        2,
      ),
    );
    expect(latest).toMatchObject({ version: 5, isComplete: true });
    expect(latest.rows).toHaveLength(5);
  });

  it("go on from the commit they reached, with nothing lost or twice", async () => {
    const rows = versions(30).map((each) => row(each));
    const first = await readLatest(noRows, ledger(rows, 5));
    expect(first.isComplete).toBe(false);
    const second = await readLatest(first, ledger(rows, 5));
    expect(second.rows.map(({ version }) => version)).toEqual(versions(30));
  });

  it("keep so many crossings, and every correction", async () => {
    const rows = [row(1, "adjustment"), ...versions(KEPT + 50).map((each) => row(each + 1))];
    const latest = await readLatest(noRows, ledger(rows, 1_000));
    expect(latest.rows[0]?.kind).toBe("adjustment");
    expect(latest.rows).toHaveLength(KEPT + 1);
    expect(latest.rows.at(-1)?.version).toBe(KEPT + 51);
  });
});
