import { type BodyOf, type Checkpoint, type Page, type QueryOf, routes } from "@abwab/contract";
import { Controller, Param } from "@nestjs/common";
import { Acting, type Actor } from "../platform/actor.ts";
import { IfMatch } from "../platform/entity-tag.ts";
import { Caller, CheckedBody, CheckedQuery, Handles } from "../platform/handles.ts";
import type { Principal } from "../platform/principal.ts";
import { CheckpointsService } from "./checkpoints.service.ts";

@Controller()
export class CheckpointsController {
  constructor(private readonly checkpoints: CheckpointsService) {}

  @Handles(routes.listCheckpoints)
  list(
    @Param("slug") slug: string,
    @CheckedQuery(routes.listCheckpoints) query: QueryOf<typeof routes.listCheckpoints>,
    @Caller() caller: Principal,
  ): Promise<Page<Checkpoint>> {
    return this.checkpoints.list(slug, query, caller);
  }

  @Handles(routes.createCheckpoint)
  create(
    @Param("slug") slug: string,
    @CheckedBody(routes.createCheckpoint) body: BodyOf<typeof routes.createCheckpoint>,
    @Acting() actor: Actor,
  ): Promise<Checkpoint> {
    return this.checkpoints.create(slug, body, actor);
  }

  @Handles(routes.getCheckpoint)
  get(@Param("slug") slug: string, @Param("code") code: string, @Caller() caller: Principal): Promise<Checkpoint> {
    return this.checkpoints.get(slug, code, caller);
  }

  @Handles(routes.changeCheckpoint)
  change(
    @Param("slug") slug: string,
    @Param("code") code: string,
    @CheckedBody(routes.changeCheckpoint) body: BodyOf<typeof routes.changeCheckpoint>,
    @Acting() actor: Actor,
    @IfMatch() ifMatch: string | undefined,
  ): Promise<Checkpoint> {
    return this.checkpoints.change(slug, code, body, actor, ifMatch);
  }

  @Handles(routes.removeCheckpoint)
  remove(@Param("slug") slug: string, @Param("code") code: string, @Acting() actor: Actor): Promise<void> {
    return this.checkpoints.remove(slug, code, actor);
  }
}
