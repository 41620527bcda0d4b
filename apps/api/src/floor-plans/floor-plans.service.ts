import { type FloorPlan, type FloorPlanChange, type InputError } from "@abwab/contract";
import { layOutPark } from "@abwab/domain";
import { Injectable } from "@nestjs/common";
import { AuditService } from "../audit/audit.service.ts";
import { EditionAccess } from "../editions/edition-access.ts";
import { EditionChanges } from "../editions/edition-changes.ts";
import type { EditionConfiguration } from "../editions/edition-configuration.ts";
import type { Actor } from "../platform/actor.ts";
import { ProblemError } from "../platform/problem-error.ts";
import { type Drawing, FloorPlansRepository } from "./floor-plans.repository.ts";

/** Metres of a plan that nobody has drawn. */
const EMPTY_PLAN = { width: 160, height: 100 };

/** Where the zones of an edition stand. What two people draw at once is noticed, not overwritten. */
@Injectable()
export class FloorPlansService {
  constructor(
    private readonly plans: FloorPlansRepository,
    private readonly access: EditionAccess,
    private readonly changes: EditionChanges,
    private readonly audit: AuditService,
  ) {}

  async get(slug: string, actor: Actor): Promise<FloorPlan> {
    const { edition, zones } = await this.access.findPart(slug, actor);
    const plan = await this.current(edition);
    if (zones === null) return plan;
    const isSeen = (code: string | undefined): boolean => code !== undefined && zones.has(code);
    return {
      ...plan,
      placements: plan.placements.filter(({ zone }) => isSeen(zone)),
      doors: plan.doors.filter(({ checkpoint }) => isSeen(edition.checkpoints.get(checkpoint)?.zone.code)),
    };
  }

  /** Throws `changed_meanwhile`, `edition_archived`, and `invalid` for a zone or a checkpoint that is not there. */
  async draw(slug: string, change: FloorPlanChange, actor: Actor): Promise<FloorPlan> {
    const { version, ...drawing } = change;
    const edition = await this.access.find(slug, actor);
    refuseUnknown(edition, change);
    return this.store(edition, version, { ...drawing, sample: false }, actor);
  }

  /** A first plan for an edition that has none, marked as sample. Does nothing where somebody was quicker. */
  async drawSample(slug: string, zones: Parameters<typeof layOutPark>[0], actor: Actor): Promise<void> {
    const edition = await this.access.find(slug, actor);
    if (edition.status === "archived" || (await this.plans.find(edition.id)) !== undefined) return;
    const gates = [...edition.checkpoints.values()].filter(({ zone }) => zone.kind === "site");
    const layout = layOutPark(
      zones,
      gates.map(({ code }) => code),
    );
    try {
      await this.store(edition, 0, { ...layout, sample: true }, actor);
    } catch (error) {
      if (!(error instanceof ProblemError && error.code === "changed_meanwhile")) throw error;
    }
  }

  /** The plan as it stands; what was removed from the edition since has no place on it any more. */
  async current(edition: EditionConfiguration): Promise<FloorPlan> {
    const plan = await this.plans.find(edition.id);
    if (plan === undefined) {
      return { version: 0, sample: false, ...EMPTY_PLAN, placements: [], doors: [], background: null };
    }
    return {
      ...plan,
      placements: plan.placements.filter(({ zone }) => edition.zones.has(zone)),
      doors: plan.doors.filter(({ checkpoint }) => edition.checkpoints.has(checkpoint)),
    };
  }

  private async store(
    edition: EditionConfiguration,
    version: number,
    drawing: Drawing,
    actor: Actor,
  ): Promise<FloorPlan> {
    return this.changes.runBeside(edition.id, async () => {
      const before = await this.current(edition);
      if (!(await this.plans.draw(edition.id, version, drawing))) throw changedMeanwhile(before.version);
      await this.audit.record({
        actor,
        action: "floor-plan.change",
        subject: `floor-plan ${edition.slug}`,
        before: outline(before),
        after: outline({ ...drawing, version: version + 1 }),
      });
      return this.current(edition);
    });
  }
}

export const changedMeanwhile = (version: number): ProblemError =>
  new ProblemError(
    "changed_meanwhile",
    `The plan is at version ${version} by now: read it, and make your change again.`,
  );

/** What the trail keeps: a drawing is long, and where each zone stood is no news a year later. */
function outline(plan: Drawing & { version: number }): object {
  const { version, width, height, placements, doors } = plan;
  return { version, width, height, zones: placements.length, doors: doors.length };
}

function refuseUnknown(edition: EditionConfiguration, { placements, doors }: FloorPlanChange): void {
  const errors: InputError[] = [
    ...placements.flatMap(({ zone }, index) =>
      edition.zones.has(zone) ? [] : [unknown(`placements.${index}.zone`, `This edition has no zone ${zone}.`)],
    ),
    ...doors.flatMap(({ checkpoint }, index) =>
      edition.checkpoints.has(checkpoint)
        ? []
        : [unknown(`doors.${index}.checkpoint`, `This edition has no checkpoint ${checkpoint}.`)],
    ),
  ];
  const [first] = errors;
  if (first) throw new ProblemError("invalid", `${first.path}: ${first.message}`, { errors });
}

const unknown = (path: string, message: string): InputError => ({ path, code: "unknown", message });
