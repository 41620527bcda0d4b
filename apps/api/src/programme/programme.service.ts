import {
  type NewProgrammeItem,
  newProgrammeItem,
  type Page,
  type ProgrammeItem,
  type ProgrammeItemPatch,
  type ProgrammeQuery,
  uuid,
  routes,
} from "@abwab/contract";
import { addDays } from "@abwab/domain";
import { Injectable } from "@nestjs/common";
import { v7 as uuidv7 } from "uuid";
import { AuditService, difference } from "../audit/audit.service.ts";
import { EditionAccess } from "../editions/edition-access.ts";
import { EditionChanges } from "../editions/edition-changes.ts";
import type { EditionConfiguration } from "../editions/edition-configuration.ts";
import type { Actor } from "../platform/actor.ts";
import { refuseIfChanged } from "../platform/entity-tag.ts";
import { pageOf, readCursor } from "../platform/page-cursor.ts";
import { ProblemError } from "../platform/problem-error.ts";
import { onDay } from "./on-day.ts";
import { ProgrammeReader } from "./programme-reader.ts";
import { programmeOrder, ProgrammeRepository } from "./programme.repository.ts";
import type { StoredItem } from "./stored-item.ts";

/** Seminars, shows, workshops and guided visits of an edition. */
@Injectable()
export class ProgrammeService {
  constructor(
    private readonly programme: ProgrammeRepository,
    private readonly reader: ProgrammeReader,
    private readonly access: EditionAccess,
    private readonly changes: EditionChanges,
    private readonly audit: AuditService,
  ) {}

  /** By their hours. */
  async list(slug: string, query: ProgrammeQuery, actor: Actor): Promise<Page<ProgrammeItem>> {
    const edition = await this.access.find(slug, actor);
    const { day, limit, cursor } = query;
    const { calendar } = edition;
    const during =
      day === undefined ? undefined : { from: calendar.startOf(day), to: calendar.startOf(addDays(day, 1)) };
    const after = readCursor(cursor, programmeOrder);
    const rows = await this.programme.list(edition.id, { ...query, during }, { after, limit: limit + 1 });
    const { items, nextCursor } = pageOf(rows, limit, ({ startsAt, id }) => ({ startsAt, id }));
    return { items: await this.reader.read(edition, items), nextCursor };
  }

  /** Throws `not_found`. */
  async get(slug: string, id: string, actor: Actor): Promise<ProgrammeItem> {
    const edition = await this.access.find(slug, actor);
    const item = uuid.safeParse(id).success ? await this.programme.get(edition.id, id) : undefined;
    return this.shown(edition, existing(item));
  }

  /** Throws `not_found` for an unknown hall, `edition_archived`. */
  async create(slug: string, given: NewProgrammeItem, actor: Actor): Promise<ProgrammeItem> {
    const edition = await this.access.find(slug, actor);
    return this.changes.runBeside(edition.id, () => this.add(edition, given, actor));
  }

  /** Many at once, which stand on the trail as one. Throws `not_found` for an unknown hall, `edition_archived`. */
  async createAll(slug: string, given: readonly NewProgrammeItem[], actor: Actor): Promise<void> {
    const edition = await this.access.find(slug, actor);
    await this.changes.runBeside(edition.id, async () => {
      const items = given.map(({ zone, ...fields }) => ({ id: uuidv7(), ...fields, zoneId: hallOf(edition, zone) }));
      await this.programme.createMany(edition.id, items);
      const after = { items: items.length };
      await this.audit.record({ actor, action: "programme.create", subject: `programme ${slug}`, after });
    });
  }

  /** Throws `not_found`, `invalid`, `edition_archived`. */
  async change(
    slug: string,
    id: string,
    patch: ProgrammeItemPatch,
    actor: Actor,
    ifMatch?: string,
  ): Promise<ProgrammeItem> {
    const edition = await this.access.find(slug, actor);
    return this.changes.runBeside(edition.id, async () => {
      const current = await this.held(edition, id);
      const before = plannedOf(current);
      refuseIfChanged(ifMatch, before, routes.changeProgrammeItem);
      const changed = difference<NewProgrammeItem>(before, asStored(patch));
      if (changed === undefined) return this.shown(edition, current);
      const after = newProgrammeItem.safeParse({ ...before, ...changed.after });
      if (!after.success) {
        const message = "must be after the start, by a day at most";
        throw new ProblemError("invalid", `endsAt: ${message}`, {
          errors: [{ path: "endsAt", code: "custom", message }],
        });
      }
      const { zone, ...fields } = after.data;
      await this.programme.update(id, { ...fields, zoneId: hallOf(edition, zone) });
      await this.audit.record({ actor, action: "programme.change", subject: subjectOf(slug, id), ...changed });
      return this.shown(edition, existing(await this.programme.get(edition.id, id)));
    });
  }

  /** The same on another day, at the same local hours, without who came. Throws `not_found`, `edition_archived`. */
  async copy(slug: string, id: string, day: string, actor: Actor): Promise<ProgrammeItem> {
    const edition = await this.access.find(slug, actor);
    return this.changes.runBeside(edition.id, async () => {
      const item = await this.held(edition, id);
      return this.add(edition, { ...plannedOf(onDay(item, edition.calendar, day)), attended: null }, actor);
    });
  }

  /** Throws `not_found`, `edition_archived`. */
  async remove(slug: string, id: string, actor: Actor): Promise<void> {
    const edition = await this.access.find(slug, actor);
    await this.changes.runBeside(edition.id, async () => {
      const before = plannedOf(await this.held(edition, id));
      await this.programme.remove(id);
      await this.audit.record({ actor, action: "programme.remove", subject: subjectOf(slug, id), before });
    });
  }

  private async add(edition: EditionConfiguration, given: NewProgrammeItem, actor: Actor): Promise<ProgrammeItem> {
    const id = uuidv7();
    const { zone, ...fields } = given;
    await this.programme.createMany(edition.id, [{ id, ...fields, zoneId: hallOf(edition, zone) }]);
    const subject = subjectOf(edition.slug, id);
    await this.audit.record({ actor, action: "programme.create", subject, after: given });
    return this.shown(edition, existing(await this.programme.get(edition.id, id)));
  }

  private async shown(edition: EditionConfiguration, item: StoredItem): Promise<ProgrammeItem> {
    const [shown] = await this.reader.read(edition, [item]);
    if (shown === undefined) throw noSuchItem();
    return shown;
  }

  private async held(edition: EditionConfiguration, id: string): Promise<StoredItem> {
    return existing(uuid.safeParse(id).success ? await this.programme.hold(edition.id, id) : undefined);
  }
}

const subjectOf = (slug: string, id: string): string => `programme ${slug}/${id}`;
const noSuchItem = (): ProblemError => new ProblemError("not_found", "The programme has no such item.");

function existing(item: StoredItem | undefined): StoredItem {
  if (item === undefined) throw noSuchItem();
  return item;
}

function hallOf({ zones }: EditionConfiguration, code: string): number {
  const zone = zones.get(code);
  if (zone === undefined) throw new ProblemError("not_found", `This edition has no zone ${code}.`);
  return zone.id;
}

/** What of it a person planned, as the contract has it. */
export const plannedOf = (item: StoredItem): NewProgrammeItem => ({
  kind: item.kind,
  names: item.names,
  zone: item.zone,
  startsAt: new Date(item.startsAt).toISOString(),
  endsAt: new Date(item.endsAt).toISOString(),
  speakers: item.speakers,
  expected: item.expected,
  attended: item.attended,
});

/** Hours as they are stored, so that another writing of the same instant is no change. */
const asStored = ({ startsAt, endsAt, ...patch }: ProgrammeItemPatch): ProgrammeItemPatch => ({
  ...patch,
  ...(startsAt !== undefined && { startsAt: new Date(startsAt).toISOString() }),
  ...(endsAt !== undefined && { endsAt: new Date(endsAt).toISOString() }),
});
