import type pg from "pg";
import type { Item, Journal } from "./journal.ts";

interface Row {
  id: string;
  kind: "entry" | "void";
  direction: string;
  headcount: number;
  occurred_at: Date;
  voids: string | null;
  device_id: string | null;
  version: string;
}

/** What the ledger holds against what the kiosks know. One sentence a problem. */
export async function checkLedger(client: pg.Client, edition: string, journal: Journal): Promise<string[]> {
  const { rows } = await client.query<Row>(
    `select ledger.id, kind, direction, headcount, occurred_at, voids, device_id, ledger.version::text as version
     from ledger join edition on edition.id = edition_id where slug = $1 and kind in ('entry', 'void')`,
    [edition],
  );
  const byId = Map.groupBy(rows, ({ id }) => id);
  const problems = [...journal.remarks];
  for (const [id, items] of journal.acknowledged) {
    const stored = byId.get(id) ?? [];
    if (stored.length === 0) problems.push(`${id} was acknowledged and is not in the ledger`);
    else if (!items.every((item) => stored.some((row) => isContentOf(row, item)))) {
      problems.push(`${id} was acknowledged, and the ledger holds another content under it`);
    }
  }
  for (const [id, stored] of byId) {
    if (stored.length > 1) problems.push(`${id} is in the ledger ${stored.length} times`);
    const sent = journal.sent.get(id);
    if (sent === undefined) {
      if (journal.isComplete) problems.push(`${id} is in the ledger and was never sent`);
    } else if (!sent.some((item) => stored.every((row) => isContentOf(row, item)))) {
      problems.push(`${id} is in the ledger with a content that was never sent`);
    }
  }
  for (const [id, device] of journal.tapped) {
    if (byId.has(id) || journal.revoked.has(device) || isLetGo(id, journal)) continue;
    problems.push(`${id} was on a kiosk's disk and is not in the ledger`);
  }
  for (const [id, times] of journal.recorded) {
    if (times > 1) problems.push(`${id} was answered recorded ${times} times`);
  }
  for (const [device, version] of journal.revoked) {
    const late = rows.filter((row) => row.device_id === device && Number(row.version) > version);
    if (late.length > 0) problems.push(`${late.length} rows of a device were recorded after its revocation`);
  }
  return problems;
}

/** Refused for good, or the void of what was. */
function isLetGo(id: string, { sent, refused }: Journal): boolean {
  return refused.has(id) || sent.get(id)?.some((item) => "voids" in item && refused.has(item.voids)) === true;
}

function isContentOf(row: Row, item: Item): boolean {
  if (row.occurred_at.getTime() !== Date.parse(item.occurredAt)) return false;
  if ("voids" in item) return row.kind === "void" && row.voids === item.voids.toLowerCase();
  return row.kind === "entry" && row.direction === item.direction && row.headcount === (item.headcount ?? 1);
}
