import { constants, setPriority } from "node:os";
import type { ImportReading } from "@abwab/contract";
import { createCalendar } from "@abwab/domain";
import { AttendeePreview } from "./attendee-preview.ts";
import type { DataRow } from "./data-rows.ts";
import { openList } from "./found-list.ts";
import { ListFault } from "./list-fault.ts";
import type { FromProcess, ListRequest, ToProcess } from "./list-request.ts";
import { OrganisationPreview } from "./organisation-preview.ts";
import type { PreviewRow } from "./preview-row.ts";

// A process that reads one list for the service and ends: what a hostile file does to it, it does to nobody else.

// Counting comes first: what a crossing needs of the processors it gets before any list.
setPriority(constants.priority.PRIORITY_BELOW_NORMAL);

const ROWS_AT_ONCE = 1_000;

const organisations = new OrganisationPreview();
const attendees = new AttendeePreview();
let taken: (() => void) | undefined;

const send = (message: FromProcess): Promise<void> =>
  new Promise((resolve, reject) => {
    process.send?.(message, undefined, undefined, (error) => (error ? reject(error) : resolve()));
  });

/** Sends rows and waits until they were taken. */
async function deliver(rows: PreviewRow[]): Promise<void> {
  const next = new Promise<void>((resolve) => (taken = resolve));
  await send({ kind: "rows", rows });
  await next;
}

async function read(request: ListRequest): Promise<void> {
  const { found, rows } = openList(request);
  await send({ kind: "found", found });
  if (rows.length === 0) throw new ListFault("no_rows", "There is no row below the header.");
  let some: PreviewRow[] = [];
  for (const row of previewOf(request, rows, found.reading)) {
    some.push(row);
    if (some.length < ROWS_AT_ONCE) continue;
    await deliver(some);
    some = [];
  }
  if (some.length > 0) await deliver(some);
  await send({ kind: "done" });
}

function previewOf(request: ListRequest, rows: DataRow[], reading: ImportReading): Generator<PreviewRow> {
  if (request.subject === "organisations") return organisations.rows(rows, reading);
  const calendar = createCalendar(request.timeZone, "00:00");
  return attendees.rows(rows, reading, { calendar, categories: new Set(request.categories), now: request.now });
}

async function answer(request: ListRequest): Promise<void> {
  try {
    await read(request);
  } catch (error) {
    if (error instanceof ListFault) await send({ kind: "fault", fault: error.code });
    else
      await send({ kind: "error", message: error instanceof Error ? (error.stack ?? error.message) : String(error) });
  }
}

process.on("message", (message: ToProcess) => {
  if (message.kind === "organisations") organisations.know(message.known);
  else if (message.kind === "passes") attendees.know(message.known);
  else if (message.kind === "next") taken?.();
  else if (message.kind === "read") void answer(message.request);
});
process.on("disconnect", () => process.exit());
// A terminal's Ctrl-C reaches us too; the service, which finishes what is under way, says when to end.
process.on("SIGINT", () => undefined);
