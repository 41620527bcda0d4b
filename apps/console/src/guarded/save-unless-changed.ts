import { ApiProblem, type IfChanged } from "@abwab/api-client";

/** Somebody else saved it between its opening here and now. */
export class ChangedMeanwhile extends Error {
  override name = "ChangedMeanwhile";
  readonly current: unknown;

  /** @param current as it is now; a form knows of what sort it is */
  constructor(current: unknown) {
    super("Somebody else has changed it meanwhile.");
    this.current = current;
  }
}

export interface GuardedSave<Thing, Result> {
  read: () => Promise<IfChanged<Thing>>;
  /** Whether what is there now differs from what the form was opened with, in what the form shows. */
  differs: (current: Thing) => boolean;
  send: (headers: Readonly<Record<string, string>>) => Promise<Result>;
}

/** Saves what nobody else changed since; throws `ChangedMeanwhile` otherwise. */
export async function saveUnlessChanged<Thing, Result>(guarded: GuardedSave<Thing, Result>): Promise<Result> {
  const { current, etag } = await state(guarded.read);
  if (guarded.differs(current)) throw new ChangedMeanwhile(current);
  try {
    return await guarded.send(etag === undefined ? {} : { "if-match": etag });
  } catch (error) {
    // Between the reading and the saving, too, somebody may have been quicker.
    if (!(error instanceof ApiProblem && error.code === "changed_meanwhile")) throw error;
    throw new ChangedMeanwhile((await state(guarded.read)).current);
  }
}

async function state<Thing>(read: () => Promise<IfChanged<Thing>>) {
  const answer = await read();
  if (!answer.changed) throw new Error("A reading that names no state was answered with none.");
  return { current: answer.body, etag: answer.etag };
}
