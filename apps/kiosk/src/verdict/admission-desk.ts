import type { DeviceConfiguration, Direction } from "@abwab/contract";
import { decide, type Attempt, type Decision, type VerdictReason } from "@abwab/domain";
import type { Asked, Outbox } from "../outbox/index.ts";
import { RepeatGuard } from "../scan/repeat-guard.ts";
import type { ShownText } from "../scan/shown-text.ts";
import { admissionPolicyOf, needsSharedHistory } from "./admission-policy.ts";
import { offeredHeads, partsOf, type Part } from "./group-heads.ts";
import { crossingOf, nothingRead, passOnScreen, sumOf, type PassCase } from "./pass-case.ts";
import { PassHistory, type ListedArrivals } from "./pass-history.ts";
import { readPass, type PassReader } from "./read-pass.ts";
import { ready, type Choice, type Heads, type PassOnScreen, type Stage, type Tone, type Verdict } from "./stage.ts";

/**
 * How long the service may take over a question, in milliseconds. On the venue's own network it answers within
 * thirty; a quarter of a second is how long the eyes take from the badge to the screen. After it the kiosk's own
 * verdict stands, and a pass that was used elsewhere is found by the list of conflicts instead.
 */
export const ASK_LIMIT_MS = 250;
/** A visitor who is asked where they come from is not kept at the door for longer than this. */
export const ORIGIN_LIMIT_MS = 8_000;

export interface AdmissionParts {
  readonly outbox: Pick<Outbox, "record" | "ask" | "wentIn" | "turnAway" | "undo" | "crossingsOf">;
  readonly reader: PassReader;
  readonly configuration: () => DeviceConfiguration;
  /** What the screen is set to: the way, and the category of whoever shows no pass. */
  readonly choice: () => { readonly direction: Direction; readonly category: string };
  /** As the screen shows it; null where it isn't counted, or is too old to go by. */
  readonly inside: () => number | null;
  readonly online: () => boolean;
  /** ms since the epoch, by the service's clock as far as it is known. */
  readonly now: () => number;
  readonly localTime: (at: number) => { readonly day: string; readonly hour: string };
  /** What the day's list says of a group; undefined where it isn't on it. */
  readonly listed: (code: string) => ListedArrivals | undefined;
  /** Whether this visitor is to be asked where they come from. */
  readonly isSampled: (crossing: Part & { direction: Direction }) => boolean;
  readonly signal: (kind: Tone | "question") => void;
  readonly wait: (ms: number, signal: AbortSignal) => Promise<void>;
}

/** Decides on the device, from the scan to what is said and kept of it (A1, A2, A3). One pass at a time. */
export class AdmissionDesk {
  readonly #parts: AdmissionParts;
  readonly #repeats = new RepeatGuard();
  readonly #history: PassHistory;
  readonly #listeners = new Set<() => void>();
  #stage: Stage = ready;
  /** Which scan is the latest: what an earlier one still waits for is not shown any more. */
  #turn = 0;
  #case: PassCase | undefined;
  /** Of the group at the door, as a person has counted it. */
  #heads: Heads | undefined;
  /** Asks that the service has refused or not answered, until a person says what came of them. */
  #open: string[] = [];
  #isDeciding = false;
  #answerOrigin: (origin: string | undefined) => void = () => undefined;

  constructor(parts: AdmissionParts) {
    this.#parts = parts;
    this.#history = new PassHistory(parts);
  }

  get stage(): Stage {
    return this.#stage;
  }

  /** Between a reading and what the screen says of it. */
  get isDeciding(): boolean {
    return this.#isDeciding;
  }

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** A code was read or typed. Resolves when its verdict, or its question, is on the screen. */
  async show(shown: ShownText): Promise<void> {
    const { direction } = this.#parts.choice();
    const sight = this.#repeats.see(`${direction} ${shown.text}`, this.#parts.now());
    if (sight === "same") return;
    if (sight === "again" && this.#case) return this.#sayAgain(this.#case);
    this.#isDeciding = true;
    try {
      await this.#begin(shown);
    } finally {
      this.#isDeciding = false;
    }
  }

  /** A group that was chosen by name, without its paper. `heads`: as a person has counted it already. */
  async pick(shown: ShownText, heads?: Heads): Promise<void> {
    this.#repeats.forget();
    this.#repeats.see(`${this.#parts.choice().direction} ${shown.text}`, this.#parts.now());
    await this.#begin(shown, heads);
  }

  /** A group that could not be booked comes in all the same, without its name. `category`: of its adults. */
  async countUnbooked(heads: Heads, category: string): Promise<void> {
    const turn = await this.#next();
    const current: PassCase = {
      shown: { kind: "other", text: "" },
      read: nothingRead,
      direction: "in",
      at: this.#parts.now(),
      category,
    };
    this.#case = current;
    this.#heads = heads;
    const parts = partsOf(heads, category);
    const { outcome, reason } = await this.#decide(current, sumOf(parts));
    // It has no pass to show: whoever stands at the door has seen to that. Somebody else's turn changes nothing of it.
    const isRefused = outcome === "refuse" && reason !== "pass_required" && turn === this.#turn;
    if (isRefused) return this.#refuse(current, reason, null);
    const entries = await this.#record(current, parts, undefined);
    if (turn !== this.#turn) return;
    this.#say(current, "attention", "counted_unbooked", { entries, counted: sumOf(parts) });
  }

  /** The group that stands at the door, as counted by a person. */
  async admitGroup(heads: Heads): Promise<void> {
    const now = this.#case;
    if (!now || heads.pupils + heads.adults === 0) return;
    this.#heads = heads;
    const parts = this.#partsOf(now);
    const decision = await this.#decide(now, sumOf(parts));
    if (decision.outcome === "refuse") return this.#refuse(now, decision.reason, decision.groupLeft);
    if (decision.outcome === "unknown") return this.#findOut(now);
    await this.#admit(now, parts, decision);
  }

  /** What a person decides in spite of a verdict, or for want of one. */
  async choose(choice: Choice): Promise<void> {
    const now = this.#case;
    if (!now) return;
    switch (choice) {
      case "other_number":
        return this.#offerGroup(now, this.#stage.at === "verdict" ? this.#stage.verdict.groupLeft : null);
      case "once_more":
        return this.#begin(now.shown);
      case "turn_away":
        return this.dismiss();
      case "let_in":
      case "went_in":
        return this.#letIn(now);
    }
  }

  /** Takes back what the verdict on screen has counted. */
  async undo(): Promise<void> {
    const entries = this.#stage.at === "verdict" ? this.#stage.verdict.entries : [];
    this.#repeats.forget();
    await Promise.all(entries.map((id) => this.#parts.outbox.undo(id)));
    await this.dismiss();
  }

  /** Asks the question of the sample where it is due; resolves with the answer, or undefined soon after none came. */
  async askOrigin(part: Part & { direction: Direction }, pass: PassOnScreen | null): Promise<string | undefined> {
    this.#answerOrigin(undefined);
    if (!this.#parts.isSampled(part)) return undefined;
    const answered = new AbortController();
    const { promise, resolve } = Promise.withResolvers<string | undefined>();
    this.#answerOrigin = (origin) => {
      this.#answerOrigin = () => undefined;
      answered.abort();
      resolve(origin);
    };
    this.#set({ at: "origin", pass });
    this.#parts.signal("question");
    void this.#parts.wait(ORIGIN_LIMIT_MS, answered.signal).then(() => this.#answerOrigin(undefined));
    const origin = await promise;
    if (this.#stage.at === "origin") this.#set(ready);
    return origin;
  }

  /** The answer to the question of the sample; undefined to skip it. */
  answer(origin: string | undefined): void {
    this.#answerOrigin(origin);
  }

  /** Nothing more is to be said: whoever was not let in has not come in. */
  async dismiss(): Promise<void> {
    this.#turn += 1;
    this.#answerOrigin(undefined);
    this.#set(ready);
    await this.#turnAway();
  }

  /** Whoever stood at the door before has gone on. Resolves with the turn of the next one. */
  async #next(): Promise<number> {
    const turn = ++this.#turn;
    this.#answerOrigin(undefined);
    await this.#turnAway();
    return turn;
  }

  async #begin(shown: ShownText, heads?: Heads): Promise<void> {
    const turn = await this.#next();
    const { choice, configuration, reader, now } = this.#parts;
    // A4: where being seen is a risk, what is shown is neither looked at nor kept.
    const read = configuration().policy.anonymousOnly ? nothingRead : await readPass(shown, configuration(), reader);
    if (turn !== this.#turn) return;
    const current: PassCase = { shown, read, direction: choice().direction, at: now() };
    this.#case = current;
    this.#heads = undefined;
    if (heads) return this.admitGroup(heads);
    const decision = await this.#decide(current, 1);
    if (turn !== this.#turn) return;
    if (decision.outcome === "refuse") return this.#refuse(current, decision.reason, decision.groupLeft);
    if (decision.outcome === "unknown") return this.#findOut(current);
    if (current.read.facts?.group) return this.#offerGroup(current);
    await this.#admit(current, this.#partsOf(current), decision);
  }

  async #decide(now: PassCase, headcount: number): Promise<Decision> {
    const { configuration, inside, localTime } = this.#parts;
    const policy = admissionPolicyOf(configuration());
    const crossings = await this.#history.of(now);
    const attempt: Attempt = {
      at: now.at,
      ...localTime(now.at),
      direction: now.direction,
      headcount,
      category: this.#categoryOf(now),
    };
    return decide(now.read.forDecision, policy, { crossings, inside: inside() }, attempt);
  }

  /** It can't be checked here; where there is a network, the service can. */
  async #findOut(now: PassCase): Promise<void> {
    if (!this.#parts.online()) return this.#say(now, "attention", "cannot_check", { choices: ["let_in", "turn_away"] });
    await this.#ask(now, this.#partsOf(now), undefined);
  }

  async #admit(now: PassCase, parts: readonly Part[], decision: Decision): Promise<void> {
    const turn = this.#turn;
    const [first] = parts;
    if (!first) return;
    const origin = await this.askOrigin({ ...first, direction: now.direction }, passOnScreen(now));
    // Somebody went on to the next one while the question stood: whoever it was has come in.
    const overtaken = turn !== this.#turn;
    const policy = admissionPolicyOf(this.#parts.configuration());
    if (!overtaken && now.direction === "in" && needsSharedHistory(policy) && this.#parts.online()) {
      return this.#ask(now, parts, decision, origin);
    }
    const entries = await this.#record(now, parts, origin);
    if (overtaken) return;
    const left = decision.groupLeft;
    const counted = sumOf(parts);
    this.#say(now, "admitted", decision.reason, {
      entries,
      counted,
      groupLeft: left === null ? null : left - counted,
    });
  }

  /** @param own the kiosk's own verdict, which stands where no answer comes; undefined where it has none (A3) */
  async #ask(now: PassCase, parts: readonly Part[], own: Decision | undefined, origin?: string): Promise<void> {
    const turn = this.#turn;
    this.#set({ at: "checking" });
    const { outbox } = this.#parts;
    const asked = await outbox.ask(
      parts.map((part) => crossingOf(now, part, this.#parts.configuration(), origin)),
      ASK_LIMIT_MS,
    );
    await this.#history.note(now, asked);
    const unanswered = asked.filter(({ answer }) => answer === "none").map(({ id }) => id);
    if (turn !== this.#turn) {
      // Nobody has been told anything of these.
      await outbox.turnAway(asked.filter(({ answer }) => answer !== "admitted").map(({ id }) => id));
      return;
    }
    if (unanswered.length > 0 && own) await outbox.wentIn(unanswered);
    else this.#open = asked.filter(({ answer }) => answer !== "admitted").map(({ id }) => id);
    if (isGroupUnseen(now, asked)) return this.#takeForGroup(now, asked);
    this.#sayAsked(now, asked, parts, own);
  }

  /** What was typed and admitted as one person is a group's, says the service: how many of it are there is asked. */
  async #takeForGroup(now: PassCase, asked: readonly Asked[]): Promise<void> {
    const turn = this.#turn;
    await Promise.all(asked.map(({ id }) => this.#parts.outbox.undo(id)));
    if (turn !== this.#turn) return;
    this.#case = { ...now, isGroup: true };
    await this.#offerGroup(this.#case);
  }

  #sayAsked(now: PassCase, asked: readonly Asked[], parts: readonly Part[], own: Decision | undefined): void {
    const isIn = ({ answer }: Asked) => answer === "admitted" || (answer === "none" && own !== undefined);
    const entries = asked.filter(isIn).map(({ id }) => id);
    const counted = sumOf(parts.filter((_, index) => asked[index] && isIn(asked[index])));
    const refusal = asked.find(({ answer }) => answer === "refused");
    const groupLeft = this.#leftAfter(now, asked, counted, own);
    if (refusal) {
      return this.#refuse(now, refusal.reason ?? "already_used", groupLeft, { entries, counted });
    }
    if (entries.length === 0) {
      return this.#say(now, "attention", "cannot_check", { choices: ["let_in", "turn_away"] });
    }
    const reason = asked.find(({ reason: given }) => given !== undefined)?.reason ?? own?.reason ?? "ok";
    this.#say(now, "admitted", reason, { entries, counted, groupLeft });
  }

  /** By the service where it has answered, else by what is known here. */
  #leftAfter(now: PassCase, asked: readonly Asked[], counted: number, own: Decision | undefined): number | null {
    const group = now.read.facts?.group;
    const arrived = asked.find(({ groupArrived }) => groupArrived !== undefined)?.groupArrived;
    if (group && arrived !== undefined) return Math.max(0, group.pupils + group.adults - arrived - counted);
    const left = own?.groupLeft ?? null;
    return left === null ? null : Math.max(0, left - counted);
  }

  async #letIn(now: PassCase): Promise<void> {
    const ids = this.#open;
    this.#open = [];
    const before = this.#stage.at === "verdict" ? this.#stage.verdict : undefined;
    const parts = this.#partsOf(now);
    const released = ids.length > 0 ? await this.#parts.outbox.wentIn(ids) : [];
    const entries = released.length > 0 ? released : await this.#record(now, parts, undefined);
    this.#say(now, "admitted", "ok", {
      entries: [...(before?.entries ?? []), ...entries],
      counted: sumOf(parts),
      groupLeft: null,
    });
  }

  async #record(now: PassCase, parts: readonly Part[], origin: string | undefined): Promise<string[]> {
    const ids: string[] = [];
    const configuration = this.#parts.configuration();
    for (const part of parts) ids.push(await this.#parts.outbox.record(crossingOf(now, part, configuration, origin)));
    return ids;
  }

  /** Asks how many of a group are there. `told`: how many are left of it, where a verdict has said so. */
  async #offerGroup(now: PassCase, told: number | null = null): Promise<void> {
    const { read, direction } = now;
    const pass = passOnScreen(now);
    if (!pass) return;
    const turn = this.#turn;
    await this.#turnAway();
    const planned = read.facts?.group ?? null;
    const left = planned && (told ?? (await this.#decide(now, 1)).groupLeft);
    const { day } = this.#parts.localTime(now.at);
    const today = (await this.#history.of(now)).filter((crossing) => crossing.day === day);
    if (turn !== this.#turn) return;
    const offered = planned ? offeredHeads(planned, today, direction, left) : { pupils: 0, adults: 0 };
    this.#set({ at: "group", direction, pass, planned, offered, left });
    this.#parts.signal("question");
  }

  #refuse(
    now: PassCase,
    reason: VerdictReason,
    groupLeft: number | null,
    more: Partial<Pick<Verdict, "entries" | "counted">> = {},
  ): void {
    const choices: Choice[] = groupLeft !== null && groupLeft > 0 ? ["other_number", "went_in"] : ["went_in"];
    this.#say(now, "refused", reason, { choices, groupLeft, ...more });
  }

  #sayAgain(now: PassCase): void {
    const before = this.#stage;
    if (before.at === "verdict" && before.verdict.tone === "admitted") {
      const { counted, entries } = before.verdict;
      return this.#say(now, "attention", "already_read", { choices: ["once_more"], counted, entries });
    }
    if (before.at !== "ready") return;
    this.#say(now, "attention", "already_read", { choices: ["once_more"] });
  }

  #say(now: PassCase, tone: Tone, reason: Verdict["reason"], more: Partial<Verdict>): void {
    const { direction } = now;
    const none = { counted: 0, groupLeft: null, entries: [], choices: [] };
    const verdict: Verdict = { ...none, tone, reason, direction, pass: passOnScreen(now), ...more };
    this.#set({ at: "verdict", verdict });
    this.#parts.signal(tone);
  }

  async #turnAway(): Promise<void> {
    const ids = this.#open;
    this.#open = [];
    if (ids.length > 0) await this.#parts.outbox.turnAway(ids);
  }

  #categoryOf({ read, category }: PassCase): string {
    return read.facts?.category ?? category ?? this.#parts.choice().category;
  }

  /** Whoever stands at the door: of a group as it was counted, else one. */
  #partsOf(now: PassCase): Part[] {
    const heads = this.#heads;
    if (!heads) return [{ category: this.#categoryOf(now), headcount: 1 }];
    return partsOf(heads, now.read.facts?.category ?? now.category ?? "pupils");
  }

  #set(stage: Stage): void {
    this.#stage = stage;
    this.#isDeciding = stage.at === "checking";
    for (const listener of this.#listeners) listener();
  }
}

/** Admitted as one, by a code that says nothing here, and yet a group's. */
const isGroupUnseen = ({ read, isGroup }: PassCase, asked: readonly Asked[]): boolean =>
  read.facts === undefined &&
  !isGroup &&
  asked.every(({ answer, groupArrived }) => answer === "admitted" && groupArrived !== undefined);
