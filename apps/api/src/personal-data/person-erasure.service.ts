import type { Erasure, ErasureRequest, PersonalFindings, PersonalHoldings, PersonalKind } from "@abwab/contract";
import { PERSONAL_DATA_KEPT_DAYS } from "@abwab/contract";
import { Injectable } from "@nestjs/common";
import { v7 as uuidv7 } from "uuid";
import { AuditService } from "../audit/audit.service.ts";
import { EditionChanges } from "../editions/edition-changes.ts";
import { PeopleService } from "../people/people.service.ts";
import { type Actor, refuseBound } from "../platform/actor.ts";
import { ProblemError } from "../platform/problem-error.ts";
import { Transactions } from "../platform/transactions.ts";
import { ErasureRepository, type HeldValues } from "./erasure.repository.ts";
import { PersonFinderRepository } from "./person-finder.repository.ts";
import { PersonalDataRepository } from "./personal-data.repository.ts";
import { RecipientsRepository } from "./recipients.repository.ts";
import { TrailErasureRepository } from "./trail-erasure.repository.ts";

/** Finds what is held of one person, and erases it without a count changing (P1). */
@Injectable()
export class PersonErasureService {
  constructor(
    private readonly finder: PersonFinderRepository,
    private readonly places: ErasureRepository,
    private readonly recipients: RecipientsRepository,
    private readonly lists: PersonalDataRepository,
    private readonly trail: TrailErasureRepository,
    private readonly people: PeopleService,
    private readonly changes: EditionChanges,
    private readonly audit: AuditService,
    private readonly transactions: Transactions,
  ) {}

  holdings(actor: Actor): Promise<PersonalHoldings> {
    refuseBound(actor);
    return this.finder.holdings(PERSONAL_DATA_KEPT_DAYS);
  }

  /** That somebody looked is on the trail; for whom is not. */
  async find(text: string, actor: Actor): Promise<PersonalFindings> {
    refuseBound(actor);
    const findings = await this.finder.find(text);
    const after = { found: findings.items.length };
    await this.audit.record({ actor, action: "personal-data.find", subject: "personal-data", after });
    return findings;
  }

  /** All of it or nothing. Throws `in_use` for the own account and for a list being read, `last_administrator`. */
  async erase({ items }: ErasureRequest, actor: Actor): Promise<Erasure> {
    refuseBound(actor);
    const id = uuidv7();
    return this.transactions.run(async () => {
      const emptied: { kind: PersonalKind; edition: number | null }[] = [];
      const events = new Set<string>();
      for (const { kind, key } of items) {
        if (kind === "list") {
          if (await this.eraseList(key)) emptied.push({ kind, edition: null });
          continue;
        }
        const held = await this.places.held(kind, key);
        if (held === undefined) continue;
        await this.empty(kind, key, held, actor);
        for (const event of await this.trail.erase(held)) events.add(event);
        emptied.push({ kind, edition: held.editionId });
      }
      const after = { places: emptied.map(({ kind }) => kind), events: [...events] };
      await this.audit.record({ actor, action: "personal-data.erase", subject: `personal-data ${id}`, after });
      return { id, places: emptied.length, events: events.size };
    });
  }

  private async empty(kind: Exclude<PersonalKind, "list">, key: string, held: HeldValues, actor: Actor): Promise<void> {
    switch (kind) {
      case "account":
        return this.eraseAccount(key, held, actor);
      case "invitation":
        return this.places.removeInvitation(key);
      case "operator":
        return this.ofEdition(held.editionId, () => this.places.emptyOperator(key));
      case "accreditation":
        return this.places.emptyAccreditation(key);
      case "contact":
        return this.places.emptyContact(key);
      case "pass":
        return this.places.emptyPass(key);
      case "recipient":
        return this.recipients.remove(key, held.unique[0] ?? "");
    }
  }

  /** Kiosks know gate staff by name: they are told. */
  private async ofEdition(editionId: number | null, work: () => Promise<void>): Promise<void> {
    if (editionId === null) throw new Error("gate staff are of an edition");
    await this.changes.run(editionId, work);
  }

  private async eraseAccount(id: string, { unique, shared }: HeldValues, actor: Actor): Promise<void> {
    if (actor.kind === "person" && actor.id === id) {
      throw new ProblemError("in_use", "This is your own account: another administrator erases it.");
    }
    await this.people.remove(id, actor);
    await this.places.renameAuthor(unique[0] ?? "", shared[0] ?? unique[0] ?? "", `erased ${id.slice(-8)}`);
  }

  /** A file is not forgotten in part: the whole list goes. Returns whether something was there. */
  private async eraseList(key: string): Promise<boolean> {
    const purged = await this.lists.purgeImport(key.split("/")[0] ?? "");
    if (purged === "busy") throw new ProblemError("in_use", "This list is being read or taken in: wait until it is.");
    return purged === "purged";
  }
}
