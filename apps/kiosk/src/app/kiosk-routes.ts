import type { routes } from "@abwab/contract";

type Called = Pick<
  typeof routes,
  | "pair"
  | "rollDeviceToken"
  | "deviceConfiguration"
  | "recordEntries"
  | "listDeviceVisits"
  | "bookWalkIn"
  | "searchDeviceOrganisations"
  | "getEdition"
  | "listZones"
  | "counts"
  | "reportShowing"
>;
/** What a call needs of a route at run time: where to, and that the answer has a body. */
type Sent = {
  [Name in keyof Called]: Pick<Called[Name], "method" | "path"> &
    (Called[Name] extends { response: object } ? { response: object } : object);
};

const body = {};

const sent = {
  pair: { method: "POST", path: "/api/v1/devices/pair", response: body },
  rollDeviceToken: { method: "POST", path: "/api/v1/device/token", response: body },
  deviceConfiguration: { method: "GET", path: "/api/v1/device/configuration", response: body },
  recordEntries: { method: "POST", path: "/api/v1/entries", response: body },
  listDeviceVisits: { method: "GET", path: "/api/v1/device/visits", response: body },
  bookWalkIn: { method: "POST", path: "/api/v1/device/visits", response: body },
  searchDeviceOrganisations: { method: "GET", path: "/api/v1/device/organisations", response: body },
  getEdition: { method: "GET", path: "/api/v1/editions/:slug", response: body },
  listZones: { method: "GET", path: "/api/v1/editions/:slug/zones", response: body },
  counts: { method: "GET", path: "/api/v1/editions/:slug/counts", response: body },
  reportShowing: { method: "POST", path: "/api/v1/device/showing" },
} as const satisfies Sent;

/**
 * The contract's routes that a kiosk calls, with its types and without its schemas, which weigh more than the whole
 * counting screen. That methods and paths are those of the contract is checked by their types.
 */
export const kioskRoutes = sent as unknown as Called;
