import type { LedgerRow, Page } from "@abwab/contract";

/** The latest rows of a zone, as far as they have been read. */
export interface LatestRows {
  /** In the order of their commits. */
  readonly rows: readonly LedgerRow[];
  /** Up to which commit the ledger has been read. */
  readonly version: number;
  /** Whether that was its end. */
  readonly isComplete: boolean;
}

export const noRows: LatestRows = { rows: [], version: 0, isComplete: false };

/** Crossings kept on the screen; corrections are few and are all kept. */
export const KEPT = 200;
/** Pages read at a time, so that a busy gate's day comes bit by bit. */
const PAGES = 4;

/**
 * Reads on from where `before` ended. The ledger is answered from the earliest on, so the latest rows are reached by
 * going through it once and from then on by asking only for what came since.
 */
export async function readLatest(
  before: LatestRows,
  read: (from: { after: number; cursor?: string }) => Promise<Page<LedgerRow>>,
): Promise<LatestRows> {
  const rows = new Map(before.rows.map((row) => [row.id, row]));
  let { version } = before;
  let cursor: string | null = null;
  for (let page = 0; page < PAGES; page += 1) {
    const answer: Page<LedgerRow> = await read({ after: before.version, ...(cursor === null ? {} : { cursor }) });
    for (const row of answer.items) rows.set(row.id, row);
    // A page may end within a commit: the rest of it is asked for again.
    const last = answer.items.at(-1)?.version ?? version;
    version = answer.nextCursor === null ? last : Math.max(version, last - 1);
    cursor = answer.nextCursor;
    if (cursor === null) break;
  }
  return { rows: latestOf([...rows.values()]), version, isComplete: cursor === null };
}

function latestOf(rows: readonly LedgerRow[]): LedgerRow[] {
  const crossings = rows.filter(({ kind }) => kind === "entry");
  const kept = new Set(crossings.slice(-KEPT));
  return rows.filter((row) => row.kind !== "entry" || kept.has(row));
}
