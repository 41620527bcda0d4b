import {
  type NewOperator,
  type Operator,
  operatorCode,
  type OperatorPatch,
  type Page,
  type PageQuery,
  routes,
} from "@abwab/contract";
import { Injectable } from "@nestjs/common";
import { AuditService, difference } from "../audit/audit.service.ts";
import { EditionAccess } from "../editions/edition-access.ts";
import { EditionChanges } from "../editions/edition-changes.ts";
import { PassesRepository } from "../passes/passes.repository.ts";
import type { Actor } from "../platform/actor.ts";
import { refuseIfChanged } from "../platform/entity-tag.ts";
import { pageOf, readCursor } from "../platform/page-cursor.ts";
import { ProblemError } from "../platform/problem-error.ts";
import { OperatorsRepository } from "./operators.repository.ts";
import { hashPin } from "./pin-hash.ts";

/** Gate staff who sign on to devices. */
@Injectable()
export class OperatorsService {
  constructor(
    private readonly operators: OperatorsRepository,
    private readonly passes: PassesRepository,
    private readonly access: EditionAccess,
    private readonly changes: EditionChanges,
    private readonly audit: AuditService,
  ) {}

  /** In the order of their codes. */
  async list(slug: string, { limit, cursor }: PageQuery, actor: Actor): Promise<Page<Operator>> {
    const edition = await this.access.find(slug, actor);
    const after = readCursor(cursor, operatorCode);
    const rows = await this.operators.list(edition.id, { after, limit: limit + 1 });
    return pageOf(rows, limit, (operator) => operator.code);
  }

  /** Throws `already_exists`, `edition_archived`, and `invalid` for a badge that is no accreditation. */
  async create(slug: string, { code, name, pin, badge }: NewOperator, actor: Actor): Promise<Operator> {
    const edition = await this.access.find(slug, actor);
    const pinHash = pin === null ? null : await hashPin(pin, slug, code);
    return this.changes.runUnlessArchived(edition.id, async () => {
      await this.checkBadge(edition.id, badge, code);
      const operator = await this.operators.create(edition.id, code, { name, pinHash, badge, active: true });
      const subject = subjectOf(slug, code);
      await this.audit.record({ actor, action: "operator.create", subject, after: operator });
      return operator;
    });
  }

  /** Throws `not_found`. */
  async get(slug: string, code: string, actor: Actor): Promise<Operator> {
    return this.existing((await this.access.find(slug, actor)).id, code);
  }

  /** Throws `not_found`, `edition_archived`, and `invalid` for a badge that is no accreditation. */
  async change(
    slug: string,
    code: string,
    { pin, ...patch }: OperatorPatch,
    actor: Actor,
    ifMatch?: string,
  ): Promise<Operator> {
    const edition = await this.access.find(slug, actor);
    await this.existing(edition.id, code);
    const pinHash = typeof pin === "string" ? await hashPin(pin, slug, code) : pin;
    return this.changes.runUnlessArchived(edition.id, async () => {
      const before = await this.existing(edition.id, code);
      refuseIfChanged(ifMatch, before, routes.changeOperator);
      const changed = difference<Omit<OperatorPatch, "pin">>(before, patch);
      if (changed === undefined && pinHash === undefined) return before;
      await this.checkBadge(edition.id, patch.badge ?? null, code);
      const fields = { ...changed?.after, ...(pinHash !== undefined && { pinHash }) };
      const after = await this.operators.update(edition.id, code, fields);
      await this.audit.record({
        actor,
        action: "operator.change",
        subject: subjectOf(slug, code),
        before: { ...changed?.before },
        // What a PIN is stands nowhere; that there is another one is news.
        after: { ...changed?.after, ...(pinHash !== undefined && { pin: pinHash === null ? "none" : "another" }) },
      });
      return after;
    });
  }

  /** Throws `not_found`, `edition_archived`. What they recorded keeps their code. */
  async remove(slug: string, code: string, actor: Actor): Promise<void> {
    const edition = await this.access.find(slug, actor);
    await this.changes.runUnlessArchived(edition.id, async () => {
      const before = await this.existing(edition.id, code);
      await this.operators.remove(edition.id, code);
      await this.audit.record({ actor, action: "operator.remove", subject: subjectOf(slug, code), before });
    });
  }

  private async existing(editionId: number, code: string): Promise<Operator> {
    const operator = operatorCode.safeParse(code).success ? await this.operators.get(editionId, code) : undefined;
    if (operator === undefined) throw new ProblemError("not_found", "This edition has no such operator.");
    return operator;
  }

  /** A badge is an accreditation of the edition that is still good, and signs on one operator. */
  private async checkBadge(editionId: number, badge: string | null, code: string): Promise<void> {
    if (badge === null) return;
    const found = await this.passes.look(editionId, badge);
    const runsOut = found?.pass.validUntil ?? null;
    const isOver = runsOut !== null && Date.parse(runsOut) <= Date.now();
    if (found?.pass.kind !== "accreditation" || found.pass.revokedAt !== null || isOver) {
      throw wrongBadge("not_an_accreditation", "It is no accreditation of this edition that is still good.");
    }
    const wearer = await this.operators.ofBadge(editionId, badge);
    if (wearer !== undefined && wearer !== code) throw wrongBadge("badge_in_use", `It is the badge of ${wearer}.`);
  }
}

function wrongBadge(code: string, message: string): ProblemError {
  return new ProblemError("invalid", `badge: ${message}`, { errors: [{ path: "badge", code, message }] });
}

const subjectOf = (slug: string, code: string): string => `operator ${slug}/${code}`;
