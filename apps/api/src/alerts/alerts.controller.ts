import { type Alert, type BodyOf, type Page, type QueryOf, routes } from "@abwab/contract";
import { Controller, Param } from "@nestjs/common";
import { Acting, type Actor } from "../platform/actor.ts";
import { CheckedBody, CheckedQuery, Handles } from "../platform/handles.ts";
import { AlertsService } from "./alerts.service.ts";

@Controller()
export class AlertsController {
  constructor(private readonly alerts: AlertsService) {}

  @Handles(routes.listAlerts)
  list(
    @Param("slug") slug: string,
    @CheckedQuery(routes.listAlerts) query: QueryOf<typeof routes.listAlerts>,
    @Acting() actor: Actor,
  ): Promise<Page<Alert>> {
    return this.alerts.list(slug, query, actor);
  }

  @Handles(routes.acknowledgeAlert)
  acknowledge(
    @Param("slug") slug: string,
    @Param("id") id: string,
    @CheckedBody(routes.acknowledgeAlert) body: BodyOf<typeof routes.acknowledgeAlert>,
    @Acting() actor: Actor,
  ): Promise<Alert> {
    return this.alerts.acknowledge(slug, id, body, actor);
  }

  @Handles(routes.resolveAlert)
  resolve(
    @Param("slug") slug: string,
    @Param("id") id: string,
    @CheckedBody(routes.resolveAlert) body: BodyOf<typeof routes.resolveAlert>,
    @Acting() actor: Actor,
  ): Promise<Alert> {
    return this.alerts.resolve(slug, id, body, actor);
  }

  @Handles(routes.noteAlert)
  note(
    @Param("slug") slug: string,
    @Param("id") id: string,
    @CheckedBody(routes.noteAlert) { note }: BodyOf<typeof routes.noteAlert>,
    @Acting() actor: Actor,
  ): Promise<Alert> {
    return this.alerts.note(slug, id, note, actor);
  }
}
