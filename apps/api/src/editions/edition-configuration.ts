import type {
  DeviceBroadcast,
  Direction,
  EditionDay,
  EditionStatus,
  Policy,
  ZoneKind,
  ZoneStatus,
} from "@abwab/contract";
import type { Calendar, Interval } from "@abwab/domain";

export interface ZoneConfiguration {
  id: number;
  code: string;
  kind: ZoneKind;
  status: ZoneStatus;
  message: string | null;
  capacity: number | null;
  policy: Policy;
  /** Another one when anything of it changed. */
  revision: string;
  /** Whether any of its checkpoints counts exits: without, the zone has no *inside*. */
  countsExits: boolean;
}

export interface PassKeyConfiguration {
  /** `x` of the public JWK (RFC 8037). */
  publicKey: string;
  /** Nothing that it signed is good any more. */
  revoked: boolean;
}

export interface CheckpointConfiguration {
  id: number;
  code: string;
  /** Another one when anything of it changed. */
  revision: string;
  zone: ZoneConfiguration;
  directions: ReadonlySet<Direction>;
}

export interface DeviceConfiguration {
  id: string;
  editionId: number;
  name: string;
  /** SHA-256 in hex. */
  tokenHash: string | null;
  revoked: boolean;
  checkpoint: CheckpointConfiguration;
  /** Ids of every checkpoint it was ever bound to. */
  boundTo: ReadonlySet<number>;
  /** Measured at an earlier exchange, in ms; null when never. */
  clockOffsetMs: number | null;
}

/** A message that stands, with the zones whose devices it is for. */
export interface StandingBroadcast extends DeviceBroadcast {
  /** Codes; null for all. */
  zones: readonly string[] | null;
}

/** What recording and counting need to know of an edition, at one configuration version. */
export interface EditionConfiguration {
  id: number;
  slug: string;
  status: EditionStatus;
  public: boolean;
  createdAt: number;
  days: EditionDay[];
  calendar: Calendar;
  openIntervals: Interval[];
  categories: ReadonlySet<string>;
  /** Most pupils an adult of a group may bring; null where nobody watches it. */
  pupilsPerAdult: number | null;
  configVersion: number;
  /** Another one when anything changed that every kiosk of the edition is told. */
  revision: string;
  zones: ReadonlyMap<string, ZoneConfiguration>;
  zonesById: ReadonlyMap<number, ZoneConfiguration>;
  checkpoints: ReadonlyMap<string, CheckpointConfiguration>;
  devices: ReadonlyMap<string, DeviceConfiguration>;
  /** By key id, in the order in which they were made. */
  passKeys: ReadonlyMap<string, PassKeyConfiguration>;
  /** Codes of passes revoked one by one, with the moment at which each runs out, ms since the epoch. */
  revokedPasses: ReadonlyMap<string, number>;
  /** The latest first; some may have ended since they were read. */
  broadcasts: readonly StandingBroadcast[];
}
