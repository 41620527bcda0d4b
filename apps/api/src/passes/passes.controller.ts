import {
  type BodyOf,
  type IssuedPass,
  type Page,
  type Pass,
  type PassDetail,
  type QueryOf,
  routes,
} from "@abwab/contract";
import { Controller, Param } from "@nestjs/common";
import { Acting, type Actor } from "../platform/actor.ts";
import { CheckedBody, CheckedQuery, Handles } from "../platform/handles.ts";
import { IssuingService } from "./issuing.service.ts";
import { PassesService } from "./passes.service.ts";

@Controller()
export class PassesController {
  constructor(
    private readonly passes: PassesService,
    private readonly issuing: IssuingService,
  ) {}

  @Handles(routes.listPasses)
  list(
    @Param("slug") slug: string,
    @CheckedQuery(routes.listPasses) query: QueryOf<typeof routes.listPasses>,
    @Acting() actor: Actor,
  ): Promise<Page<Pass>> {
    return this.passes.list(slug, query, actor);
  }

  @Handles(routes.issuePass)
  issue(
    @Param("slug") slug: string,
    @CheckedBody(routes.issuePass) body: BodyOf<typeof routes.issuePass>,
    @Acting() actor: Actor,
  ): Promise<IssuedPass> {
    return this.issuing.issue(slug, body, actor);
  }

  @Handles(routes.getPass)
  get(@Param("slug") slug: string, @Param("code") code: string, @Acting() actor: Actor): Promise<PassDetail> {
    return this.passes.get(slug, code, actor);
  }

  @Handles(routes.revokePass)
  revoke(
    @Param("slug") slug: string,
    @Param("code") code: string,
    @CheckedBody(routes.revokePass) { reason }: BodyOf<typeof routes.revokePass>,
    @Acting() actor: Actor,
  ): Promise<Pass> {
    return this.passes.revoke(slug, code, reason, actor);
  }

  @Handles(routes.reissuePass)
  reissue(
    @Param("slug") slug: string,
    @Param("code") code: string,
    @CheckedBody(routes.reissuePass) { reason }: BodyOf<typeof routes.reissuePass>,
    @Acting() actor: Actor,
  ): Promise<IssuedPass> {
    return this.issuing.reissue(slug, code, reason, actor);
  }
}
