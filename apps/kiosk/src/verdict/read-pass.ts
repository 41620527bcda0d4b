import type { DeviceConfiguration } from "@abwab/contract";
import type { PassFacts, ShownPass } from "@abwab/domain";
import type { ShownText } from "../scan/shown-text.ts";
import type { CheckedToken, PublicKey } from "./verify-token.ts";

/** A pass as this kiosk could read it. */
export interface ReadPass {
  /** As it is sent and kept: the token, or the code that was typed. */
  readonly shown: string;
  /** Names the pass where that is known. */
  readonly code: string | undefined;
  readonly forDecision: ShownPass;
  readonly facts: PassFacts | undefined;
  readonly label: string | null;
}

export interface PassReader {
  readonly verify: (token: string, keys: readonly PublicKey[]) => Promise<CheckedToken>;
  /** What a token of that code said here before; a typed code alone says nothing. */
  readonly recall: (code: string) => Promise<{ facts: PassFacts; label: string | null } | undefined>;
  readonly isRevoked: (code: string) => boolean;
}

/** Reads what was shown, without the network. */
export async function readPass(
  shown: ShownText,
  { publicKeys }: Pick<DeviceConfiguration, "publicKeys">,
  reader: PassReader,
): Promise<ReadPass> {
  const { text } = shown;
  const unread = { shown: text, code: undefined, facts: undefined, label: null };
  if (shown.kind === "other") return { ...unread, forDecision: { state: "unknown" } };
  if (shown.kind === "code") return readCode(text, reader);
  const checked = await reader.verify(text, publicKeys);
  if (checked.state !== "valid") return { ...unread, forDecision: checked };
  const facts = { ...checked.claims, revoked: reader.isRevoked(checked.claims.code) };
  return { shown: text, code: facts.code, facts, label: checked.label, forDecision: { state: "valid", facts } };
}

async function readCode(code: string, { recall, isRevoked }: PassReader): Promise<ReadPass> {
  const known = await recall(code);
  const facts = known && { ...known.facts, revoked: isRevoked(code) };
  const forDecision: ShownPass = facts ? { state: "valid", facts } : { state: "unverifiable" };
  return { shown: code, code, facts, label: known?.label ?? null, forDecision };
}
