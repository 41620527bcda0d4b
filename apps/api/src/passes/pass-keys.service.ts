import type { Page, PageQuery, PassKey } from "@abwab/contract";
import { Injectable } from "@nestjs/common";
import { z } from "zod";
import { AuditService } from "../audit/audit.service.ts";
import { EditionAccess } from "../editions/edition-access.ts";
import { EditionChanges } from "../editions/edition-changes.ts";
import type { Actor } from "../platform/actor.ts";
import { pageOf, readCursor } from "../platform/page-cursor.ts";
import { ProblemError } from "../platform/problem-error.ts";
import { newPassKey } from "./new-pass-key.ts";
import { PassKeysRepository } from "./pass-keys.repository.ts";

/** As newPassKey makes them. */
const passKeyId = z.string().regex(/^[\w-]{1,64}$/);

/** The keys that passes are signed and verified with, as administrators see them. */
@Injectable()
export class PassKeysService {
  constructor(
    private readonly keys: PassKeysRepository,
    private readonly access: EditionAccess,
    private readonly changes: EditionChanges,
    private readonly audit: AuditService,
  ) {}

  /** The latest first. */
  async list(slug: string, { limit, cursor }: PageQuery, actor: Actor): Promise<Page<PassKey>> {
    const edition = await this.access.find(slug, actor);
    const after = readCursor(cursor, passKeyId);
    const keys = await this.keys.list(edition.id);
    const from = after === undefined ? 0 : keys.findIndex((key) => key.keyId === after) + 1;
    return pageOf(keys.slice(from, from + limit + 1), limit, (key) => key.keyId);
  }

  /** Gives an edition from before there were passes its first key. Throws `edition_archived`. */
  async begin(editionId: number): Promise<void> {
    if (await this.keys.hasAny(editionId)) return;
    await this.changes.runUnlessArchived(editionId, async () => {
      if (!(await this.keys.hasAny(editionId))) await this.keys.create(newPassKey(editionId));
    });
  }

  /** Throws `edition_archived`. */
  async rotate(slug: string, actor: Actor): Promise<PassKey> {
    const edition = await this.access.find(slug, actor);
    return this.changes.runUnlessArchived(edition.id, async () => {
      await this.keys.retireAll(edition.id);
      const key = await this.keys.create(newPassKey(edition.id));
      await this.audit.record({ actor, action: "pass-key.create", subject: subjectOf(slug, key.keyId) });
      return key;
    });
  }

  /** Once is as good as twice. */
  async revoke(slug: string, keyId: string, reason: string, actor: Actor): Promise<PassKey> {
    const edition = await this.access.find(slug, actor);
    return this.changes.run(edition.id, async () => {
      const key = passKeyId.safeParse(keyId).success ? await this.keys.get(edition.id, keyId) : undefined;
      if (key === undefined) throw new ProblemError("not_found", "This edition has no such key.");
      if (key.revokedAt !== null) return key;
      const after = await this.keys.revoke(keyId);
      await this.audit.record({
        actor,
        action: "pass-key.revoke",
        subject: subjectOf(slug, keyId),
        after: { reason },
      });
      return after;
    });
  }
}

const subjectOf = (slug: string, keyId: string): string => `pass-key ${slug}/${keyId}`;
