import * as entries from "../entries.ts";
import { page } from "../primitives.ts";
import { access, route } from "../route.ts";
import { EDITION, V1 } from "./paths.ts";

/** Entries, corrections and the ledger. */
export const entriesRoutes = {
  recordEntries: route({
    method: "POST",
    path: `${V1}/entries`,
    summary: "Record up to 500 entries and voids; none is a heartbeat",
    tag: "entries",
    access: { device: true, token: "supervisor" },
    body: entries.entriesRequest,
    status: 200,
    response: entries.entriesResponse,
    problems: ["device_revoked", "too_large", "overloaded", "unavailable"],
  }),
  voidEntry: route({
    method: "POST",
    path: `${V1}/entries/:id/void`,
    summary: "Take an entry back",
    tag: "entries",
    access: access.supervisor,
    body: entries.voidRequest,
    status: 201,
    response: entries.correctionResponse,
    problems: ["unknown_entry", "void_not_allowed", "edition_archived"],
  }),
  listEntries: route({
    method: "GET",
    path: `${EDITION}/entries`,
    summary: "The ledger by commit version",
    tag: "entries",
    access: access.organiser,
    query: entries.ledgerQuery,
    status: 200,
    response: page(entries.ledgerRow),
  }),
  adjustZone: route({
    method: "POST",
    path: `${EDITION}/zones/:code/adjustments`,
    summary: "Correct a zone's figures, with a reason",
    tag: "entries",
    access: access.supervisor,
    body: entries.adjustmentRequest,
    status: 201,
    response: entries.correctionResponse,
    problems: ["edition_archived"],
  }),
  recountZone: route({
    method: "POST",
    path: `${EDITION}/zones/:code/recounts`,
    summary: "State how many were inside at a moment",
    tag: "entries",
    access: access.supervisor,
    body: entries.recountRequest,
    status: 201,
    response: entries.correctionResponse,
    problems: ["edition_archived", "inside_not_counted"],
  }),
};
