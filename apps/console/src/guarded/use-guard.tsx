import type { IfChanged } from "@abwab/api-client";
import { useState, type ReactNode } from "react";
import { ConflictNotice } from "./conflict-notice.tsx";
import { changedFields, mergedDraft } from "./merge-drafts.ts";
import { ChangedMeanwhile, saveUnlessChanged } from "./save-unless-changed.ts";

export interface GuardOptions<Thing, Draft> {
  /** As it was when the form opened; undefined for a new one, which nobody else can change. */
  thing: Thing | undefined;
  /** What the form shows of it. */
  draftOf: (thing: Thing) => Draft;
  draft: Draft;
  onDraft: (draft: Draft) => void;
  read: () => Promise<IfChanged<Thing>>;
  /** What fields are called. */
  words: Readonly<Partial<Record<keyof Draft & string, string>>>;
}

export interface Guard<Thing> {
  /** What the form's changes are told from: as it was opened, or as another left it. */
  base: Thing | undefined;
  save: <Result>(send: (headers: Readonly<Record<string, string>>) => Promise<Result>) => Promise<Result>;
  /** The error to show by itself, and what to show of another's change instead. */
  shown: (error: unknown, reset: () => void) => { error: unknown; notice: ReactNode };
}

/** Keeps one person's form from overwriting what another saved meanwhile. */
export function useGuard<Thing, Draft extends object>(options: GuardOptions<Thing, Draft>): Guard<Thing> {
  const { thing, draftOf, draft, onDraft, read, words } = options;
  const [base, setBase] = useState(thing);
  const changedIn = (current: Thing) =>
    base === undefined ? [] : changedFields(draftOf(base), draftOf(current), draft);
  return {
    base,
    save: (send) =>
      base === undefined
        ? send({})
        : saveUnlessChanged({ read, differs: (current: Thing) => changedIn(current).length > 0, send }),
    shown(error, reset) {
      if (!(error instanceof ChangedMeanwhile) || base === undefined) return { error, notice: null };
      const current = error.current as Thing;
      const choose = (keep: "mine" | "theirs") => {
        onDraft(mergedDraft(draftOf(base), draftOf(current), draft, keep));
        setBase(current);
        reset();
      };
      const fields = changedIn(current);
      return { error: null, notice: <ConflictNotice fields={fields} words={words} onChoose={choose} /> };
    },
  };
}
