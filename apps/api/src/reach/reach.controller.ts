import { type BodyOf, type Reach, type ReachFigure, type ReachImported, routes } from "@abwab/contract";
import { Controller, Param } from "@nestjs/common";
import { Acting, type Actor } from "../platform/actor.ts";
import { IfMatch } from "../platform/entity-tag.ts";
import { CheckedBody, Handles } from "../platform/handles.ts";
import { ReachService } from "./reach.service.ts";

@Controller()
export class ReachController {
  constructor(private readonly reach: ReachService) {}

  @Handles(routes.getReach)
  get(@Param("slug") slug: string, @Acting() actor: Actor): Promise<Reach> {
    return this.reach.get(slug, actor);
  }

  @Handles(routes.createReachFigure)
  create(
    @Param("slug") slug: string,
    @CheckedBody(routes.createReachFigure) body: BodyOf<typeof routes.createReachFigure>,
    @Acting() actor: Actor,
  ): Promise<ReachFigure> {
    return this.reach.create(slug, body, actor);
  }

  @Handles(routes.importReach)
  import(
    @Param("slug") slug: string,
    @CheckedBody(routes.importReach) { rows }: BodyOf<typeof routes.importReach>,
    @Acting() actor: Actor,
  ): Promise<ReachImported> {
    return this.reach.import(slug, rows, actor);
  }

  @Handles(routes.getReachFigure)
  getOne(@Param("slug") slug: string, @Param("id") id: string, @Acting() actor: Actor): Promise<ReachFigure> {
    return this.reach.getOne(slug, id, actor);
  }

  @Handles(routes.changeReachFigure)
  change(
    @Param("slug") slug: string,
    @Param("id") id: string,
    @CheckedBody(routes.changeReachFigure) body: BodyOf<typeof routes.changeReachFigure>,
    @Acting() actor: Actor,
    @IfMatch() ifMatch: string | undefined,
  ): Promise<ReachFigure> {
    return this.reach.change(slug, id, body, actor, ifMatch);
  }

  @Handles(routes.removeReachFigure)
  remove(@Param("slug") slug: string, @Param("id") id: string, @Acting() actor: Actor): Promise<void> {
    return this.reach.remove(slug, id, actor);
  }
}
