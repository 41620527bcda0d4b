import { Injectable } from "@nestjs/common";
import { type AuditEvent, type Page, type PageQuery, uuid } from "@abwab/contract";
import { v7 as uuidv7 } from "uuid";
import { type Actor, refuseBound } from "../platform/actor.ts";
import { pageOf, readCursor } from "../platform/page-cursor.ts";
import { AuditRepository } from "./audit.repository.ts";

export interface Change {
  actor: Actor;
  /** What was done, `thing.verb`: `zone.change`. */
  action: string;
  /** To what: `zone open-days/P12`. */
  subject: string;
  /** Only what the change touches; never a secret. */
  before?: object;
  after?: object;
}

/** The trail of what people and integrators changed: who, what, when, from where, before and after (P2). */
@Injectable()
export class AuditService {
  constructor(private readonly repository: AuditRepository) {}

  /** Call it within the transaction of the change, so that there is neither without the other. */
  async record({ actor, action, subject, before, after }: Change): Promise<void> {
    await this.repository.insert({
      id: uuidv7(),
      actorId: actor.kind === "system" ? null : actor.id,
      actorName: nameOf(actor),
      action,
      subject,
      address: actor.kind === "system" ? null : (actor.address ?? null),
      before,
      after,
    });
  }

  /** The latest first. */
  async list({ limit, cursor }: PageQuery, reader: Actor): Promise<Page<AuditEvent>> {
    refuseBound(reader);
    const after = readCursor(cursor, uuid);
    return pageOf(await this.repository.list({ after, limit: limit + 1 }), limit, (event) => event.id);
  }
}

/** How the trail names an actor. */
export function nameOf(actor: Actor): string {
  switch (actor.kind) {
    case "system":
      return "system";
    case "person":
      return actor.email;
    case "token":
      return `token ${actor.name}`;
    case "device":
      return `device ${actor.id}`;
  }
}

/** The fields that a patch changes, as they were and as they will be; undefined when it changes nothing. */
export function difference<Fields extends object>(
  current: Fields,
  patch: { readonly [Name in keyof Fields]?: Fields[Name] | undefined },
): { before: Partial<Fields>; after: Partial<Fields> } | undefined {
  const fields = Object.keys(patch) as (keyof Fields)[];
  const changed = fields.filter(
    (name) => patch[name] !== undefined && JSON.stringify(patch[name]) !== JSON.stringify(current[name]),
  );
  if (changed.length === 0) return undefined;
  const pick = (from: typeof patch): Partial<Fields> =>
    Object.fromEntries(changed.map((name) => [name, from[name] ?? null])) as Partial<Fields>;
  return { before: pick(current), after: pick(patch) };
}
