import { type BodyOf, type Page, type PassBatch, type QueryOf, routes } from "@abwab/contract";
import { Controller, Param } from "@nestjs/common";
import { Acting, type Actor } from "../platform/actor.ts";
import { CheckedBody, CheckedQuery, Handles } from "../platform/handles.ts";
import { PassBatchesService } from "./pass-batches.service.ts";

@Controller()
export class PassBatchesController {
  constructor(private readonly batches: PassBatchesService) {}

  @Handles(routes.listPassBatches)
  list(
    @Param("slug") slug: string,
    @CheckedQuery(routes.listPassBatches) query: QueryOf<typeof routes.listPassBatches>,
    @Acting() actor: Actor,
  ): Promise<Page<PassBatch>> {
    return this.batches.list(slug, query, actor);
  }

  @Handles(routes.createPassBatch)
  create(
    @Param("slug") slug: string,
    @CheckedBody(routes.createPassBatch) body: BodyOf<typeof routes.createPassBatch>,
    @Acting() actor: Actor,
  ): Promise<PassBatch> {
    return this.batches.create(slug, body, actor);
  }

  @Handles(routes.getPassBatch)
  get(@Param("slug") slug: string, @Param("id") id: string, @Acting() actor: Actor): Promise<PassBatch> {
    return this.batches.get(slug, id, actor);
  }

  @Handles(routes.cancelPassBatch)
  cancel(@Param("slug") slug: string, @Param("id") id: string, @Acting() actor: Actor): Promise<PassBatch> {
    return this.batches.cancel(slug, id, actor);
  }

  @Handles(routes.revokePassBatch)
  revoke(
    @Param("slug") slug: string,
    @Param("id") id: string,
    @CheckedBody(routes.revokePassBatch) { reason }: BodyOf<typeof routes.revokePassBatch>,
    @Acting() actor: Actor,
  ): Promise<PassBatch> {
    return this.batches.revoke(slug, id, reason, actor);
  }
}
