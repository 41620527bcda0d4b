import { type BodyOf, type FloorPlan, type QueryOf, routes } from "@abwab/contract";
import { Controller, Param, Req, Res } from "@nestjs/common";
import type { FastifyReply, FastifyRequest } from "fastify";
import { Acting, type Actor } from "../platform/actor.ts";
import { CheckedBody, CheckedQuery, Handles, UploadedFile } from "../platform/handles.ts";
import { FloorPlansService } from "./floor-plans.service.ts";
import { PlanBackgroundsService } from "./plan-backgrounds.service.ts";

@Controller()
export class FloorPlansController {
  constructor(
    private readonly plans: FloorPlansService,
    private readonly backgrounds: PlanBackgroundsService,
  ) {}

  @Handles(routes.getFloorPlan)
  get(@Param("slug") slug: string, @Acting() actor: Actor): Promise<FloorPlan> {
    return this.plans.get(slug, actor);
  }

  @Handles(routes.changeFloorPlan)
  draw(
    @Param("slug") slug: string,
    @CheckedBody(routes.changeFloorPlan) body: BodyOf<typeof routes.changeFloorPlan>,
    @Acting() actor: Actor,
  ): Promise<FloorPlan> {
    return this.plans.draw(slug, body, actor);
  }

  @Handles(routes.getPlanBackground)
  async background(
    @Param("slug") slug: string,
    @CheckedQuery(routes.getPlanBackground) _: QueryOf<typeof routes.getPlanBackground>,
    @Acting() actor: Actor,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { etag, picture } = await this.backgrounds.serve(slug, request.headers["if-none-match"], actor);
    void reply.header("etag", etag).header("cache-control", "private, no-cache");
    if (picture === undefined) void reply.status(304).send();
    else void reply.type(picture.type).send(Buffer.from(picture.content));
  }

  @Handles(routes.setPlanBackground)
  setBackground(
    @Param("slug") slug: string,
    @CheckedQuery(routes.setPlanBackground) { version }: QueryOf<typeof routes.setPlanBackground>,
    @UploadedFile() content: Buffer,
    @Acting() actor: Actor,
  ): Promise<FloorPlan> {
    return this.backgrounds.set(slug, version, content, actor);
  }

  @Handles(routes.removePlanBackground)
  removeBackground(
    @Param("slug") slug: string,
    @CheckedQuery(routes.removePlanBackground) { version }: QueryOf<typeof routes.removePlanBackground>,
    @Acting() actor: Actor,
  ): Promise<FloorPlan> {
    return this.backgrounds.remove(slug, version, actor);
  }
}
