import type { Distributed, Distribution, Slot } from "@abwab/contract";
import { placeGroups, type PlacedGroups } from "@abwab/domain";
import { Injectable } from "@nestjs/common";
import { v7 as uuidv7 } from "uuid";
import { AuditService } from "../audit/audit.service.ts";
import { EditionAccess } from "../editions/edition-access.ts";
import { EditionChanges } from "../editions/edition-changes.ts";
import type { EditionConfiguration } from "../editions/edition-configuration.ts";
import { PassKeysService } from "../passes/pass-keys.service.ts";
import type { Actor } from "../platform/actor.ts";
import { checkDays, zoneOf } from "./edition-days.ts";
import { SlotsRepository } from "./slots.repository.ts";
import { startsOn } from "./visit-day.ts";
import { type ExpectedOrganisation, VisitOrganisationsRepository } from "./visit-organisations.repository.ts";
import { visitPass } from "./visit-pass.ts";
import { VisitPasses } from "./visit-passes.ts";
import { VisitsRepository } from "./visits.repository.ts";

/** Visits of one transaction, each with a pass to sign: a quarter of a second. */
const AT_ONCE = 500;

interface Plan extends PlacedGroups {
  organisations: ReadonlyMap<string, ExpectedOrganisation>;
  slots: ReadonlyMap<string, Slot>;
}

/** Puts organisations that have no visit on free slots: in the order of their names, each on the first with room. */
@Injectable()
export class DistributionService {
  constructor(
    private readonly organisations: VisitOrganisationsRepository,
    private readonly slots: SlotsRepository,
    private readonly visits: VisitsRepository,
    private readonly passes: VisitPasses,
    private readonly keys: PassKeysService,
    private readonly access: EditionAccess,
    private readonly changes: EditionChanges,
    private readonly audit: AuditService,
  ) {}

  /** Throws `edition_archived`, `no_signing_key`, and `invalid` for a zone or a day that the edition lacks. */
  async distribute(slug: string, { dryRun, ...request }: Distribution, actor: Actor): Promise<Distributed> {
    const edition = await this.access.find(slug, actor);
    zoneOf(edition, request.zone);
    checkDays(edition, request.days);
    if (dryRun) return summaryOf(await this.plan(edition, request, await this.slotsOf(edition, request)));
    await this.keys.begin(edition.id);
    const sum = { placed: 0, people: 0 };
    for (;;) {
      // First fit doesn't look ahead: who is placed first is placed alike without those who come later.
      const plan = await this.changes.runBeside(edition.id, () => this.placeSome(edition, request, actor));
      const { placed, people, left } = summaryOf({ ...plan, placed: plan.placed.slice(0, AT_ONCE) });
      sum.placed += placed;
      sum.people += people;
      if (plan.placed.length <= AT_ONCE) return { ...sum, left };
    }
  }

  private async placeSome(edition: EditionConfiguration, request: Request, actor: Actor): Promise<Plan> {
    await this.organisations.holdDistribution(edition.id);
    const held = await this.slots.hold(edition.id, await this.slotsOf(edition, request));
    const plan = await this.plan(edition, request, held);
    const visits = plan.placed.slice(0, AT_ONCE).map(({ group, slot: slotId }) => {
      const { organisation, slot } = pairOf(plan, group, slotId);
      const { pupils, adults } = organisation;
      const draft = visitPass(edition, organisation, organisation, { slot, walkIn: false, createdAt: new Date() });
      return { draft, fields: { organisationId: group, slotId, pupils, adults, walkIn: false } };
    });
    if (visits.length === 0) return plan;
    const passes = await this.passes.issue(
      edition,
      visits.map(({ draft }) => draft),
      actor,
    );
    await this.visits.createMany(
      edition.id,
      visits.map(({ fields }, index) => ({ ...fields, id: uuidv7(), firstPass: passes[index]?.code ?? null })),
    );
    const { placed, people } = summaryOf({ ...plan, placed: plan.placed.slice(0, AT_ONCE) });
    const subject = `visits ${edition.slug}/${request.zone}`;
    await this.audit.record({ actor, action: "visit.distribute", subject, after: { ...request, placed, people } });
    return plan;
  }

  private async plan(edition: EditionConfiguration, request: Request, slotIds: readonly string[]): Promise<Plan> {
    const now = Date.now();
    const slots = (await this.slots.some(slotIds)).filter(({ endsAt }) => Date.parse(endsAt) > now);
    const organisations = await this.organisations.withoutVisit(edition.id, request);
    return {
      ...placeGroups(organisations, slots),
      organisations: new Map(organisations.map((organisation) => [organisation.id, organisation])),
      slots: new Map(slots.map((slot) => [slot.id, slot])),
    };
  }

  private async slotsOf(edition: EditionConfiguration, { zone, days }: Request): Promise<string[]> {
    const intervals = days.map((day) => startsOn(edition, day));
    return this.slots.within(edition.id, zoneOf(edition, zone).id, intervals);
  }
}

type Request = Omit<Distribution, "dryRun">;

function pairOf({ organisations, slots }: Plan, group: string, slotId: string) {
  const [organisation, slot] = [organisations.get(group), slots.get(slotId)];
  if (organisation === undefined || slot === undefined) throw new Error("Somebody unknown was placed.");
  return { organisation, slot };
}

function summaryOf({ placed, left, organisations }: Plan): Distributed {
  const sizeOf = (id: string): number => {
    const { pupils = 0, adults = 0 } = organisations.get(id) ?? {};
    return pupils + adults;
  };
  return {
    placed: placed.length,
    people: placed.reduce((sum, { group }) => sum + sizeOf(group), 0),
    left: left.map(({ group, reason }) => {
      const organisation = organisations.get(group);
      const { nameAr = null, nameFr = null } = organisation ?? {};
      return { organisationId: group, nameAr, nameFr, people: sizeOf(group), reason };
    }),
  };
}
