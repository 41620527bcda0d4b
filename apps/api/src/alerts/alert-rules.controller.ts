import { type AlertRule, type BodyOf, type Page, type QueryOf, routes } from "@abwab/contract";
import { Controller, Param } from "@nestjs/common";
import { Acting, type Actor } from "../platform/actor.ts";
import { IfMatch } from "../platform/entity-tag.ts";
import { CheckedBody, CheckedQuery, Handles } from "../platform/handles.ts";
import { AlertRulesService } from "./alert-rules.service.ts";

@Controller()
export class AlertRulesController {
  constructor(private readonly rules: AlertRulesService) {}

  @Handles(routes.listAlertRules)
  list(
    @Param("slug") slug: string,
    @CheckedQuery(routes.listAlertRules) query: QueryOf<typeof routes.listAlertRules>,
    @Acting() actor: Actor,
  ): Promise<Page<AlertRule>> {
    return this.rules.list(slug, query, actor);
  }

  @Handles(routes.createAlertRule)
  create(
    @Param("slug") slug: string,
    @CheckedBody(routes.createAlertRule) body: BodyOf<typeof routes.createAlertRule>,
    @Acting() actor: Actor,
  ): Promise<AlertRule> {
    return this.rules.create(slug, body, actor);
  }

  @Handles(routes.getAlertRule)
  get(@Param("slug") slug: string, @Param("id") id: string, @Acting() actor: Actor): Promise<AlertRule> {
    return this.rules.get(slug, id, actor);
  }

  @Handles(routes.changeAlertRule)
  change(
    @Param("slug") slug: string,
    @Param("id") id: string,
    @CheckedBody(routes.changeAlertRule) body: BodyOf<typeof routes.changeAlertRule>,
    @Acting() actor: Actor,
    @IfMatch() ifMatch: string | undefined,
  ): Promise<AlertRule> {
    return this.rules.change(slug, id, body, actor, ifMatch);
  }

  @Handles(routes.removeAlertRule)
  remove(@Param("slug") slug: string, @Param("id") id: string, @Acting() actor: Actor): Promise<void> {
    return this.rules.remove(slug, id, actor);
  }
}
