import type { CountRow, Direction, EntryFlag, EntryItemInput, InputError } from "@abwab/contract";
import type { PassFacts } from "@abwab/domain";

/**
 * `queued` until the service has answered for it; a record on its way is still `queued`, because after a crash it
 * has to be sent again. `refused` is kept until a person has seen it. `asked`: it has not happened yet, and whether it
 * does hangs on a verdict.
 */
export type OutboxState = "queued" | "settled" | "refused" | "asked";

/** `not_needed`: a void whose entry was refused, so that there was nothing left to take back. */
export type Outcome = "recorded" | "duplicate" | "not_needed";

export interface Refusal {
  readonly code: string;
  readonly message?: string;
  readonly errors?: readonly InputError[];
}

/** The pass that somebody crossed with, as this kiosk read it. */
export interface CrossingPass {
  /** As it is sent: a token, or a code that was typed. */
  readonly shown: string;
  /** Names the pass where that is known. */
  readonly code?: string;
  readonly zone: string;
  /** The service's time as far as it is known here, in milliseconds. */
  readonly at: number;
  /** What the token says. */
  readonly facts?: PassFacts;
  readonly label?: string | null;
}

/** A crossing of a pass that this kiosk remembers after its record was sent and forgotten. */
export interface KnownCrossing {
  /** Of the entry. */
  readonly id: string;
  readonly edition: string;
  readonly code: string;
  readonly zone: string;
  readonly at: number;
  readonly direction: Direction;
  readonly category: string;
  readonly headcount: number;
  readonly facts?: PassFacts;
  readonly label?: string | null;
}

/** One crossing, or the void of one, as it lies on this kiosk's disk. */
export interface OutboxRecord {
  /** Order of making; given by the database. */
  seq?: number;
  id: string;
  kind: "entry" | "void";
  edition: string;
  checkpoint: string;
  /** Local day of the crossing. */
  day: string;
  direction: Direction;
  category: string;
  /** What the record adds to its direction: negative for a void. */
  headcount: number;
  /** Own clock, in milliseconds. */
  madeAt: number;
  /** Exactly what is sent, every time: the same id with another content would be refused (E5). */
  item: EntryItemInput;
  state: OutboxState;
  /** Of a void: the entry it takes back. */
  voids?: string;
  /** Of an entry: the void that takes it back. */
  voidedBy?: string;
  outcome?: Outcome;
  flags?: readonly EntryFlag[];
  refusal?: Refusal;
  pass?: CrossingPass;
  /** The shift in which it was made, where staff sign on. */
  shift?: string;
  /** Of a void: how often the service did not know an entry that had settled. */
  unknownAnswers?: number;
}

/** What still waits on this kiosk, by place and day; kept in step with the records in the same transaction. */
export interface WaitingTally {
  edition: string;
  checkpoint: string;
  day: string;
  records: number;
  in: number;
  out: number;
}

/** The device that this kiosk was last paired as in an edition: its entries of that edition are that one's. */
export interface OwnDevice {
  edition: string;
  id: string;
  name: string;
}

/** Who works the kiosk, and the shift that they are on. */
export interface Duty {
  readonly operator: string;
  readonly shift: string;
}

/** What a shift has counted, net of what was taken back or refused. */
export interface ShiftTally {
  shift: string;
  edition: string;
  /** Entries that stand. */
  entries: number;
  in: number;
  out: number;
}

/** What the last answer of the service said. */
export interface Exchange {
  /** Own clock, in milliseconds. */
  answeredAt: number;
  serverTime: string;
  /** The kiosk's zone at `serverTime`. */
  row: CountRow | null;
  /** undefined where the clock was set during the exchange. */
  clockOffsetMs: number | undefined;
  edition: string;
}

/** Why an exchange is tried again: no network, a service in trouble, or this kiosk's own disk. */
export type RetryReason = "unreachable" | "server" | "device";

/** How sending goes. `stopped` needs a person: the device was revoked or its token is no longer known. */
export type Sending =
  | { readonly state: "idle" }
  | { readonly state: "retrying"; readonly reason: RetryReason; readonly since: number; readonly retryAt: number }
  | { readonly state: "stopped"; readonly reason: "device_revoked" | "unauthenticated" };
