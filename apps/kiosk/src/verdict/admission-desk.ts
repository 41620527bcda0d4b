import type { DeviceConfiguration, Direction } from "@abwab/contract";
import { decide, type Attempt, type Decision, type VerdictReason } from "@abwab/domain";
import type { Asked, Crossing, Outbox } from "../outbox/index.ts";
import { RepeatGuard } from "../scan/repeat-guard.ts";
import type { ShownText } from "../scan/shown-text.ts";
import { admissionPolicyOf, needsSharedHistory } from "./admission-policy.ts";
import { offeredHeads, partsOf, type Part } from "./group-heads.ts";
import { readPass, type PassReader, type ReadPass } from "./read-pass.ts";
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
  /** Whether this visitor is to be asked where they come from. */
  readonly isSampled: (crossing: Part & { direction: Direction }) => boolean;
  readonly signal: (kind: Tone | "question") => void;
  readonly wait: (ms: number, signal: AbortSignal) => Promise<void>;
}

/** One pass at the door: what was read, and what came of it. */
interface Case {
  readonly shown: ShownText;
  readonly read: ReadPass;
  readonly direction: Direction;
  readonly at: number;
}

/** Decides on the device, from the scan to what is said and kept of it (A1, A2, A3). One pass at a time. */
export class AdmissionDesk {
  readonly #parts: AdmissionParts;
  readonly #repeats = new RepeatGuard();
  readonly #listeners = new Set<() => void>();
  #stage: Stage = ready;
  /** Which scan is the latest: what an earlier one still waits for is not shown any more. */
  #turn = 0;
  #case: Case | undefined;
  #heads: Heads | undefined;
  /** Asks that the service has refused or not answered, until a person says what came of them. */
  #open: string[] = [];
  #answerOrigin: (origin: string | undefined) => void = () => undefined;

  constructor(parts: AdmissionParts) {
    this.#parts = parts;
  }

  get stage(): Stage {
    return this.#stage;
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
    await this.#begin(shown);
  }

  /** The group that stands at the door, as counted by a person. */
  async admitGroup(heads: Heads): Promise<void> {
    const now = this.#case;
    if (!now?.read.facts || heads.pupils + heads.adults === 0) return;
    this.#heads = heads;
    const parts = partsOf(heads, now.read.facts.category);
    const decision = await this.#decide(now, heads.pupils + heads.adults);
    if (decision.outcome !== "admit") return this.#refuse(now, decision.reason, decision.groupLeft);
    await this.#admit(now, parts, decision);
  }

  /** What a person decides in spite of a verdict, or for want of one. */
  async choose(choice: Choice): Promise<void> {
    const now = this.#case;
    if (!now) return;
    switch (choice) {
      case "other_number":
        return this.#offerGroup(now);
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

  async #begin(shown: ShownText): Promise<void> {
    const turn = ++this.#turn;
    this.#answerOrigin(undefined);
    await this.#turnAway();
    const { choice, configuration, reader, now } = this.#parts;
    // A4: where being seen is a risk, what is shown is neither looked at nor kept.
    const read = configuration().policy.anonymousOnly ? nothingRead : await readPass(shown, configuration(), reader);
    if (turn !== this.#turn) return;
    const current: Case = { shown, read, direction: choice().direction, at: now() };
    this.#case = current;
    this.#heads = undefined;
    const decision = await this.#decide(current, 1);
    if (turn !== this.#turn) return;
    if (decision.outcome === "refuse") return this.#refuse(current, decision.reason, decision.groupLeft);
    if (decision.outcome === "unknown") return this.#findOut(current);
    if (current.read.facts?.group) return this.#offerGroup(current);
    await this.#admit(current, [{ category: this.#categoryOf(current), headcount: 1 }], decision);
  }

  async #decide(now: Case, headcount: number): Promise<Decision> {
    const { configuration, outbox, inside, localTime } = this.#parts;
    const policy = admissionPolicyOf(configuration());
    const crossings = await this.#crossingsOf(now, outbox);
    const attempt: Attempt = {
      at: now.at,
      ...localTime(now.at),
      direction: now.direction,
      headcount,
      category: this.#categoryOf(now),
    };
    return decide(now.read.forDecision, policy, { crossings, inside: inside() }, attempt);
  }

  async #crossingsOf({ read }: Case, outbox: AdmissionParts["outbox"]) {
    const { zone } = this.#parts.configuration();
    if (read.code === undefined) return [];
    const { localTime } = this.#parts;
    const crossings = await outbox.crossingsOf(read.code, zone.code);
    return crossings.map((crossing) => ({ ...crossing, day: localTime(crossing.at).day }));
  }

  /** It can't be checked here; where there is a network, the service can. */
  async #findOut(now: Case): Promise<void> {
    const part = { category: this.#categoryOf(now), headcount: 1 };
    if (!this.#parts.online()) return this.#say(now, "attention", "cannot_check", { choices: ["let_in", "turn_away"] });
    await this.#ask(now, [part], undefined);
  }

  async #admit(now: Case, parts: readonly Part[], decision: Decision): Promise<void> {
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
  async #ask(now: Case, parts: readonly Part[], own: Decision | undefined, origin?: string): Promise<void> {
    const turn = this.#turn;
    this.#set({ at: "checking" });
    const { outbox } = this.#parts;
    const asked = await outbox.ask(
      parts.map((part) => this.#crossing(now, part, origin)),
      ASK_LIMIT_MS,
    );
    const unanswered = asked.filter(({ answer }) => answer === "none").map(({ id }) => id);
    if (turn !== this.#turn) {
      // Nobody has been told anything of these.
      await outbox.turnAway(asked.filter(({ answer }) => answer !== "admitted").map(({ id }) => id));
      return;
    }
    if (unanswered.length > 0 && own) await outbox.wentIn(unanswered);
    else this.#open = asked.filter(({ answer }) => answer !== "admitted").map(({ id }) => id);
    this.#sayAsked(now, asked, parts, own);
  }

  #sayAsked(now: Case, asked: readonly Asked[], parts: readonly Part[], own: Decision | undefined): void {
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
  #leftAfter(now: Case, asked: readonly Asked[], counted: number, own: Decision | undefined): number | null {
    const group = now.read.facts?.group;
    const arrived = asked.find(({ groupArrived }) => groupArrived !== undefined)?.groupArrived;
    if (group && arrived !== undefined) return Math.max(0, group.pupils + group.adults - arrived - counted);
    const left = own?.groupLeft ?? null;
    return left === null ? null : Math.max(0, left - counted);
  }

  async #letIn(now: Case): Promise<void> {
    const ids = this.#open;
    this.#open = [];
    const before = this.#stage.at === "verdict" ? this.#stage.verdict : undefined;
    const heads = this.#heads;
    const parts =
      heads && now.read.facts
        ? partsOf(heads, now.read.facts.category)
        : [{ category: this.#categoryOf(now), headcount: 1 }];
    const released = ids.length > 0 ? await this.#parts.outbox.wentIn(ids) : [];
    const entries = released.length > 0 ? released : await this.#record(now, parts, undefined);
    this.#say(now, "admitted", "ok", {
      entries: [...(before?.entries ?? []), ...entries],
      counted: sumOf(parts),
      groupLeft: null,
    });
  }

  async #record(now: Case, parts: readonly Part[], origin: string | undefined): Promise<string[]> {
    const ids: string[] = [];
    for (const part of parts) ids.push(await this.#parts.outbox.record(this.#crossing(now, part, origin)));
    return ids;
  }

  #crossing({ read, direction, at }: Case, { category, headcount }: Part, origin: string | undefined): Crossing {
    const { checkpoint, zone } = this.#parts.configuration();
    const crossing = { checkpoint: checkpoint.code, direction, category, headcount, ...(origin && { origin }) };
    const { shown, code, facts, label } = read;
    if (shown === "") return crossing;
    return { ...crossing, pass: { shown, zone: zone.code, at, ...(code && { code }), ...(facts && { facts, label }) } };
  }

  async #offerGroup(now: Case): Promise<void> {
    const { read, direction } = now;
    const pass = passOnScreen(now);
    const planned = read.facts?.group;
    if (!planned || !pass || !read.facts) return;
    const known = this.#stage.at === "verdict" ? this.#stage.verdict.groupLeft : null;
    const decision = await this.#decide(now, 1);
    const left = known ?? decision.groupLeft;
    await this.#turnAway();
    const crossings = await this.#parts.outbox.crossingsOf(read.facts.code, this.#parts.configuration().zone.code);
    const withDays = crossings.map((crossing) => ({ ...crossing, day: this.#parts.localTime(crossing.at).day }));
    const today = withDays.filter(({ day }) => day === this.#parts.localTime(now.at).day);
    const offered = offeredHeads(planned, today, direction, left);
    this.#set({ at: "group", direction, pass, planned, offered, left });
    this.#parts.signal("question");
  }

  #refuse(
    now: Case,
    reason: VerdictReason,
    groupLeft: number | null,
    more: Partial<Pick<Verdict, "entries" | "counted">> = {},
  ): void {
    const choices: Choice[] = groupLeft !== null && groupLeft > 0 ? ["other_number", "went_in"] : ["went_in"];
    this.#say(now, "refused", reason, { choices, groupLeft, ...more });
  }

  #sayAgain(now: Case): void {
    const before = this.#stage;
    if (before.at === "verdict" && before.verdict.tone === "admitted") {
      const { counted, entries } = before.verdict;
      return this.#say(now, "attention", "already_read", { choices: ["once_more"], counted, entries });
    }
    if (before.at !== "ready") return;
    this.#say(now, "attention", "already_read", { choices: ["once_more"] });
  }

  #say(now: Case, tone: Tone, reason: Verdict["reason"], more: Partial<Verdict>): void {
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

  #categoryOf({ read }: Case): string {
    return read.facts?.category ?? this.#parts.choice().category;
  }

  #set(stage: Stage): void {
    this.#stage = stage;
    for (const listener of this.#listeners) listener();
  }
}

const nothingRead: ReadPass = {
  shown: "",
  code: undefined,
  facts: undefined,
  label: null,
  forDecision: { state: "none" },
};

const sumOf = (parts: readonly Part[]): number => parts.reduce((sum, { headcount }) => sum + headcount, 0);

function passOnScreen({ read }: Pick<Case, "read">): PassOnScreen | null {
  const { facts, label } = read;
  return facts ? { kind: facts.kind, category: facts.category, label } : null;
}
