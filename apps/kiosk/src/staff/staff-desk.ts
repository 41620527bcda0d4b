import type { DeviceConfiguration, DeviceOperator } from "@abwab/contract";
import type { Duty } from "../outbox/index.ts";
import { noAttempts, waitAfter, type WrongAttempts } from "./wrong-attempts.ts";

/** From a person's sign-on to the handover. */
export interface Shift {
  readonly id: string;
  readonly edition: string;
  readonly operator: string;
  /** Own clock, in milliseconds. */
  readonly startedAt: number;
}

/** What of the staff lies on this device. It names nobody but who is on duty, and that by their code. */
export interface StaffState {
  readonly shift?: Shift;
  readonly locked: boolean;
  /** Own clock, in milliseconds: when somebody was last at work here. */
  readonly activeAt: number;
  readonly attempts: WrongAttempts;
}

/** Who may sign on, from the configuration. */
export interface Roster {
  readonly edition: string;
  readonly operators: readonly DeviceOperator[];
  readonly revocations: readonly string[];
}

/** `wait`: after too many wrong ones. `impossible`: this browser can't check a PIN. */
export type SignOn = "signed_on" | "wrong" | "wait" | "impossible";
/** `on_duty`: somebody is, and their kiosk is not locked. */
export type BadgeSignOn = "signed_on" | "unknown" | "on_duty" | "wait";

export interface StaffDeskParts {
  readonly storage: Pick<Storage, "getItem" | "setItem">;
  readonly now: () => number;
  readonly newId: () => string;
  readonly pinHash: (edition: string, operator: string, pin: string) => Promise<string>;
}

/** A kiosk that nobody has touched and that has counted nobody for so long locks itself. */
export const IDLE_MS = 10 * 60_000;
/** How often the moment of the last activity is written down. */
const NOTE_EVERY_MS = 30_000;
const KEY = "abwab.kiosk.staff";
const nobody: StaffState = { locked: false, activeAt: 0, attempts: noAttempts };

/** Who works this kiosk. Everything here works with no network. */
export class StaffDesk {
  readonly #parts: StaffDeskParts;
  readonly #listeners = new Set<() => void>();
  #roster: Roster = { edition: "", operators: [], revocations: [] };
  #state: StaffState;
  #touchedAt = 0;

  constructor(parts: StaffDeskParts) {
    this.#parts = parts;
    this.#state = this.#read();
  }

  get state(): StaffState {
    return this.#state;
  }

  /** Takes over who may work here. Whoever is on duty and no longer among them is off duty. */
  employ({
    edition,
    operators,
    revocations,
  }: Pick<DeviceConfiguration, "edition" | "operators" | "revocations">): void {
    this.#roster = { edition: edition.slug, operators, revocations };
    const { shift } = this.#state;
    if (!shift) return;
    const stands = shift.edition === edition.slug && operators.some(({ code }) => code === shift.operator);
    if (!stands) this.signOff();
    else this.lockWhenIdle();
  }

  async signOnWithPin(code: string, pin: string): Promise<SignOn> {
    if (this.#mustWait()) return "wait";
    const { edition, operators } = this.#roster;
    const operator = operators.find((one) => one.code === code && one.pinHash !== null);
    let hash: string;
    try {
      // Also for a code nobody has, so that the time it takes does not tell which codes there are.
      hash = await this.#parts.pinHash(edition, code, pin);
    } catch (error) {
      console.warn("a PIN can't be checked here", error);
      return "impossible";
    }
    if (!operator || hash !== operator.pinHash) return this.#wrong("wrong");
    this.#signOn(operator.code);
    return "signed_on";
  }

  /** For a badge that was scanned or typed. */
  signOnByBadge(code: string): BadgeSignOn {
    if (this.#state.shift && !this.#state.locked) return "on_duty";
    if (this.#mustWait()) return "wait";
    const { operators, revocations } = this.#roster;
    const operator = operators.find(({ badge }) => badge === code);
    if (!operator || revocations.includes(code)) return this.#wrong("unknown");
    this.#signOn(operator.code);
    return "signed_on";
  }

  signOff(): void {
    this.#change({ ...this.#state, shift: undefined, locked: false });
  }

  lock(): void {
    if (this.#state.shift) this.#change({ ...this.#state, locked: true });
  }

  /** Somebody is at work. */
  touch(): void {
    const now = this.#parts.now();
    this.#touchedAt = now;
    if (now - this.#state.activeAt >= NOTE_EVERY_MS && !this.#state.locked)
      this.#change({ ...this.#state, activeAt: now });
  }

  lockWhenIdle(): void {
    const { shift, locked, activeAt } = this.#state;
    const idle = this.#parts.now() - Math.max(activeAt, this.#touchedAt);
    if (shift && !locked && idle >= IDLE_MS) this.lock();
  }

  /** Who an entry made now is by. */
  readonly duty = (): Duty | undefined => {
    const { shift } = this.#state;
    return shift && { operator: shift.operator, shift: shift.id };
  };

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Another tab of this kiosk has changed it. */
  readonly readAgain = (): void => {
    this.#state = this.#read();
    for (const listener of this.#listeners) listener();
  };

  /** How long the next attempt has to wait, in milliseconds. */
  waitMs(): number {
    return waitAfter(this.#state.attempts, this.#parts.now());
  }

  #mustWait(): boolean {
    return this.waitMs() > 0;
  }

  /** Who unlocks their own kiosk goes on with their shift; anybody else begins one. */
  #signOn(operator: string): void {
    const now = this.#parts.now();
    const before = this.#state.shift;
    const goesOn = before?.operator === operator && before.edition === this.#roster.edition;
    const begun = { id: this.#parts.newId(), edition: this.#roster.edition, operator, startedAt: now };
    this.#change({ shift: goesOn ? before : begun, locked: false, activeAt: now, attempts: noAttempts });
  }

  #wrong<Said>(said: Said): Said {
    const { attempts } = this.#state;
    this.#change({ ...this.#state, attempts: { failures: attempts.failures + 1, at: this.#parts.now() } });
    return said;
  }

  #change(state: Omit<StaffState, "shift"> & { shift?: Shift | undefined }): void {
    const { shift, ...rest } = state;
    this.#state = { ...rest, ...(shift && { shift }) };
    this.#parts.storage.setItem(KEY, JSON.stringify(this.#state));
    for (const listener of this.#listeners) listener();
  }

  #read(): StaffState {
    const text = this.#parts.storage.getItem(KEY);
    if (!text) return nobody;
    try {
      return { ...nobody, ...(JSON.parse(text) as Partial<StaffState>) };
    } catch (error) {
      console.warn("who works this kiosk can't be read: sign on again", error);
      return nobody;
    }
  }
}
