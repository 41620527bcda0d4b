import { countSnapshot, countsQuery, historyQuery, historyResponse } from "./counts.ts";
import * as devices from "./devices.ts";
import * as editions from "./editions.ts";
import * as entries from "./entries.ts";
import * as people from "./people.ts";
import { page, pageQuery } from "./primitives.ts";
import { access, route } from "./route.ts";

const V1 = "/api/v1";
const EDITION = `${V1}/editions/:slug` as const;

/** Every route of `/api/v1`. */
export const routes = {
  signIn: route({
    method: "POST", path: `${V1}/auth/sign-in`, summary: "Sign in; sets the session cookie", tag: "people",
    access: access.anyone, body: people.signInRequest, status: 200, response: people.signedIn,
    problems: ["bad_credentials", "second_factor_required", "too_many_attempts"],
  }),
  signOut: route({
    method: "POST", path: `${V1}/auth/sign-out`, summary: "End the session", tag: "people",
    access: access.anyone, status: 204,
  }),
  me: route({
    method: "GET", path: `${V1}/auth/me`, summary: "Who is signed in", tag: "people",
    access: access.signedIn, status: 200, response: people.signedIn,
  }),
  changePassword: route({
    method: "POST", path: `${V1}/auth/password`, summary: "Change the own password; ends the other sessions",
    tag: "people", access: access.signedIn, body: people.passwordChange, status: 204,
    problems: ["bad_credentials", "too_many_attempts"],
  }),
  listPeople: route({
    method: "GET", path: `${V1}/people`, summary: "List people", tag: "people",
    access: access.administrator, query: pageQuery, status: 200, response: page(people.person),
  }),
  createPerson: route({
    method: "POST", path: `${V1}/people`, summary: "Add a person", tag: "people",
    access: access.administrator, body: people.newPerson, status: 201, response: people.createdPerson,
    problems: ["already_exists"],
  }),
  changePerson: route({
    method: "PATCH", path: `${V1}/people/:id`, summary: "Change a person", tag: "people",
    access: access.administrator, body: people.personPatch, status: 200, response: people.person,
    problems: ["already_exists", "last_administrator"],
  }),
  removePerson: route({
    method: "DELETE", path: `${V1}/people/:id`, summary: "Remove a person and end their sessions", tag: "people",
    access: access.administrator, status: 204, problems: ["last_administrator"],
  }),
  listApiTokens: route({
    method: "GET", path: `${V1}/api-tokens`, summary: "List API tokens", tag: "people",
    access: access.administrator, query: pageQuery, status: 200, response: page(people.apiToken),
  }),
  createApiToken: route({
    method: "POST", path: `${V1}/api-tokens`, summary: "Make an API token; it is shown once", tag: "people",
    access: access.administrator, body: people.newApiToken, status: 201, response: people.createdApiToken,
  }),
  removeApiToken: route({
    method: "DELETE", path: `${V1}/api-tokens/:id`, summary: "Remove an API token", tag: "people",
    access: access.administrator, status: 204,
  }),

  listEditions: route({
    method: "GET", path: `${V1}/editions`, summary: "List editions, the latest first", tag: "editions",
    access: access.viewer, query: pageQuery, status: 200, response: page(editions.edition),
  }),
  createEdition: route({
    method: "POST", path: `${V1}/editions`, summary: "Add an edition", tag: "editions",
    access: access.administrator, body: editions.newEdition, status: 201, response: editions.edition,
    problems: ["already_exists"],
  }),
  getEdition: route({
    method: "GET", path: EDITION, summary: "One edition", tag: "editions",
    access: access.viewerOrDevice, status: 200, response: editions.edition,
  }),
  changeEdition: route({
    method: "PATCH", path: EDITION, summary: "Change an edition; opening it leaves its rehearsal behind",
    tag: "editions", access: access.administrator, body: editions.editionPatch, status: 200,
    response: editions.edition, problems: ["edition_has_entries", "transition_not_allowed", "in_use"],
  }),
  removeEdition: route({
    method: "DELETE", path: EDITION, summary: "Remove an edition that has no entries", tag: "editions",
    access: access.administrator, status: 204, problems: ["edition_has_entries"],
  }),
  listZones: route({
    method: "GET", path: `${EDITION}/zones`, summary: "List zones", tag: "editions",
    access: access.viewerOrDevice, query: pageQuery, status: 200, response: page(editions.zone),
  }),
  createZone: route({
    method: "POST", path: `${EDITION}/zones`, summary: "Add a zone", tag: "editions",
    access: access.organiser, body: editions.newZone, status: 201, response: editions.zone,
    problems: ["already_exists", "edition_archived"],
  }),
  getZone: route({
    method: "GET", path: `${EDITION}/zones/:code`, summary: "One zone", tag: "editions",
    access: access.viewerOrDevice, status: 200, response: editions.zone,
  }),
  changeZone: route({
    method: "PATCH", path: `${EDITION}/zones/:code`, summary: "Change a zone; its kiosks hear of it at once",
    tag: "editions", access: access.organiser, body: editions.zonePatch, status: 200, response: editions.zone,
    problems: ["edition_archived", "edition_has_entries"],
  }),
  removeZone: route({
    method: "DELETE", path: `${EDITION}/zones/:code`, summary: "Remove a zone that has no entries or checkpoints",
    tag: "editions", access: access.organiser, status: 204, problems: ["in_use", "edition_archived"],
  }),
  listCheckpoints: route({
    method: "GET", path: `${EDITION}/checkpoints`, summary: "List checkpoints", tag: "editions",
    access: access.viewerOrDevice, query: pageQuery, status: 200, response: page(editions.checkpoint),
  }),
  createCheckpoint: route({
    method: "POST", path: `${EDITION}/checkpoints`, summary: "Add a checkpoint", tag: "editions",
    access: access.organiser, body: editions.newCheckpoint, status: 201, response: editions.checkpoint,
    problems: ["already_exists", "not_found", "edition_archived"],
  }),
  changeCheckpoint: route({
    method: "PATCH", path: `${EDITION}/checkpoints/:code`, summary: "Change a checkpoint", tag: "editions",
    access: access.organiser, body: editions.checkpointPatch, status: 200, response: editions.checkpoint,
    problems: ["edition_archived"],
  }),
  removeCheckpoint: route({
    method: "DELETE", path: `${EDITION}/checkpoints/:code`, summary: "Remove a checkpoint nothing was counted at",
    tag: "editions", access: access.organiser, status: 204, problems: ["in_use", "edition_archived"],
  }),

  listDevices: route({
    method: "GET", path: `${EDITION}/devices`, summary: "List devices", tag: "devices",
    access: access.viewer, query: pageQuery, status: 200, response: page(devices.device),
  }),
  createDevice: route({
    method: "POST", path: `${EDITION}/devices`, summary: "Add a device; answers its pairing code", tag: "devices",
    access: access.organiser, body: devices.newDevice, status: 201, response: devices.pairing,
  }),
  changeDevice: route({
    method: "PATCH", path: `${EDITION}/devices/:id`, summary: "Rename a device or bind it to another checkpoint",
    tag: "devices", access: access.organiser, body: devices.devicePatch, status: 200, response: devices.device,
  }),
  pair: route({
    method: "POST", path: `${V1}/devices/pair`, summary: "Exchange a pairing code for a device token, once",
    tag: "devices", access: access.anyone, body: devices.pairRequest, status: 200, response: devices.pairResponse,
    problems: ["pairing_code_unknown", "pairing_code_used", "too_many_attempts"],
  }),
  renewPairingCode: route({
    method: "POST", path: `${V1}/devices/:id/pairing-code`, summary: "A new pairing code for a device",
    tag: "devices", access: access.organiser, status: 201, response: devices.pairing,
  }),
  revokeDevice: route({
    method: "POST", path: `${V1}/devices/:id/revoke`, summary: "Revoke a device; its token and socket end at once",
    tag: "devices", access: access.organiser, status: 204,
  }),
  deviceConfiguration: route({
    method: "GET", path: `${V1}/device/configuration`, summary: "All a kiosk needs to work offline, with an ETag",
    tag: "devices", access: access.device, status: 200, response: devices.deviceConfiguration,
  }),

  recordEntries: route({
    method: "POST", path: `${V1}/entries`, summary: "Record up to 500 entries and voids; none is a heartbeat",
    tag: "entries", access: { device: true, token: "supervisor" }, body: entries.entriesRequest, status: 200,
    response: entries.entriesResponse, problems: ["device_revoked", "too_large", "overloaded", "unavailable"],
  }),
  voidEntry: route({
    method: "POST", path: `${V1}/entries/:id/void`, summary: "Take an entry back", tag: "entries",
    access: access.supervisor, body: entries.voidRequest, status: 201, response: entries.correctionResponse,
    problems: ["unknown_entry", "void_not_allowed", "edition_archived"],
  }),
  listEntries: route({
    method: "GET", path: `${EDITION}/entries`, summary: "The ledger by commit version", tag: "entries",
    access: access.organiser, query: entries.ledgerQuery, status: 200, response: page(entries.ledgerRow),
  }),
  adjustZone: route({
    method: "POST", path: `${EDITION}/zones/:code/adjustments`, summary: "Correct a zone's figures, with a reason",
    tag: "entries", access: access.supervisor, body: entries.adjustmentRequest, status: 201,
    response: entries.correctionResponse, problems: ["edition_archived"],
  }),
  recountZone: route({
    method: "POST", path: `${EDITION}/zones/:code/recounts`, summary: "State how many were inside at a moment",
    tag: "entries", access: access.supervisor, body: entries.recountRequest, status: 201,
    response: entries.correctionResponse, problems: ["edition_archived", "inside_not_counted"],
  }),

  counts: route({
    method: "GET", path: `${EDITION}/counts`, summary: "Live figures; only totals for who is not signed in",
    tag: "counts", access: { ...access.viewerOrDevice, anyone: true }, query: countsQuery, status: 200,
    response: countSnapshot, problems: ["unauthenticated"],
  }),
  history: route({
    method: "GET", path: `${EDITION}/counts/history`, summary: "Figures over time", tag: "counts",
    access: access.viewerOrDevice, query: historyQuery, status: 200, response: historyResponse,
  }),
};

/** Used by the document and by tests: the routes as plain values. */
export const allRoutes = Object.entries(routes);
export type RouteName = keyof typeof routes;
