import type { DeviceConfiguration, Direction } from "@abwab/contract";
import type { Crossing } from "../outbox/index.ts";
import type { ShownText } from "../scan/shown-text.ts";
import type { Part } from "./group-heads.ts";
import type { ReadPass } from "./read-pass.ts";
import type { PassOnScreen } from "./stage.ts";

/** One pass at the door: what was read of it, which way it goes and since when it stands there. */
export interface PassCase {
  readonly shown: ShownText;
  readonly read: ReadPass;
  readonly direction: Direction;
  readonly at: number;
  /** Of a group that nothing was read of: what its adults count as. */
  readonly category?: string;
  /** The service says that it is a group's, of which nothing more is known here. */
  readonly isGroup?: boolean;
}

/** Where nothing was shown, or may be looked at. */
export const nothingRead: ReadPass = {
  shown: "",
  code: undefined,
  facts: undefined,
  label: null,
  forDecision: { state: "none" },
};

/** What the screen may say of it. */
export function passOnScreen({ read, isGroup }: Pick<PassCase, "read" | "isGroup">): PassOnScreen | null {
  const { facts, label } = read;
  if (facts) return { kind: facts.kind, category: facts.category, label };
  return isGroup ? { kind: "group", category: "pupils", label: null } : null;
}

/** What is recorded, or asked about, when a part of them crosses. */
export function crossingOf(
  { read, direction, at }: PassCase,
  { category, headcount }: Part,
  { checkpoint, zone }: Pick<DeviceConfiguration, "checkpoint" | "zone">,
  origin: string | undefined,
): Crossing {
  const crossing = { checkpoint: checkpoint.code, direction, category, headcount, ...(origin && { origin }) };
  const { shown, code, facts, label } = read;
  if (shown === "") return crossing;
  return { ...crossing, pass: { shown, zone: zone.code, at, ...(code && { code }), ...(facts && { facts, label }) } };
}

export const sumOf = (parts: readonly Part[]): number => parts.reduce((sum, { headcount }) => sum + headcount, 0);
