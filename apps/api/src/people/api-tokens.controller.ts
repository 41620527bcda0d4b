import { type ApiToken, type BodyOf, type Page, type QueryOf, type ResponseOf, routes } from "@abwab/contract";
import { Controller, Param } from "@nestjs/common";
import { Acting, type Actor } from "../platform/actor.ts";
import { CheckedBody, CheckedQuery, Handles } from "../platform/handles.ts";
import { ApiTokensService } from "./api-tokens.service.ts";

@Controller()
export class ApiTokensController {
  constructor(private readonly tokens: ApiTokensService) {}

  @Handles(routes.listApiTokens)
  list(
    @CheckedQuery(routes.listApiTokens) query: QueryOf<typeof routes.listApiTokens>,
    @Acting() actor: Actor,
  ): Promise<Page<ApiToken>> {
    return this.tokens.list(query, actor);
  }

  @Handles(routes.createApiToken)
  create(
    @CheckedBody(routes.createApiToken) body: BodyOf<typeof routes.createApiToken>,
    @Acting() actor: Actor,
  ): Promise<ResponseOf<typeof routes.createApiToken>> {
    return this.tokens.create(body, actor);
  }

  @Handles(routes.removeApiToken)
  remove(@Param("id") id: string, @Acting() actor: Actor): Promise<void> {
    return this.tokens.remove(id, actor);
  }
}
