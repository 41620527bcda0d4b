import { type DayOverview, localDate, routes, type SettledDay } from "@abwab/contract";
import { Controller, Param } from "@nestjs/common";
import { EditionAccess } from "../editions/edition-access.ts";
import type { EditionConfiguration } from "../editions/edition-configuration.ts";
import { Acting, type Actor } from "../platform/actor.ts";
import { Caller, Handles } from "../platform/handles.ts";
import type { Principal } from "../platform/principal.ts";
import { ProblemError } from "../platform/problem-error.ts";
import { SettledDaysService } from "./settled-days.service.ts";

@Controller()
export class SettledDaysController {
  constructor(
    private readonly access: EditionAccess,
    private readonly days: SettledDaysService,
  ) {}

  @Handles(routes.listDays)
  async list(@Caller() caller: Principal, @Param("slug") slug: string): Promise<{ items: DayOverview[] }> {
    return { items: await this.days.overview(await this.editionFor(caller, slug)) };
  }

  @Handles(routes.settleDay)
  async settle(
    @Acting() actor: Exclude<Actor, { kind: "system" }>,
    @Param("slug") slug: string,
    @Param("date") date: string,
  ): Promise<SettledDay> {
    const edition = await this.editionFor(actor, slug);
    if (!localDate.safeParse(date).success) throw new ProblemError("not_found", "There is no such day.");
    return this.days.settle(actor, edition.id, date);
  }

  private async editionFor(caller: Principal, slug: string): Promise<EditionConfiguration> {
    return this.access.find(slug, caller);
  }
}
