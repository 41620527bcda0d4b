import { type BodyOf, type Broadcast, type Page, type QueryOf, type ResponseOf, routes } from "@abwab/contract";
import { Controller, Param } from "@nestjs/common";
import { Acting, type Actor } from "../platform/actor.ts";
import { IfMatch } from "../platform/entity-tag.ts";
import { CheckedBody, CheckedQuery, Handles } from "../platform/handles.ts";
import { BroadcastsService } from "./broadcasts.service.ts";

@Controller()
export class BroadcastsController {
  constructor(private readonly broadcasts: BroadcastsService) {}

  @Handles(routes.listBroadcasts)
  list(
    @Param("slug") slug: string,
    @CheckedQuery(routes.listBroadcasts) query: QueryOf<typeof routes.listBroadcasts>,
    @Acting() actor: Actor,
  ): Promise<Page<Broadcast>> {
    return this.broadcasts.list(slug, query, actor);
  }

  @Handles(routes.sendBroadcast)
  send(
    @Param("slug") slug: string,
    @CheckedBody(routes.sendBroadcast) body: BodyOf<typeof routes.sendBroadcast>,
    @Acting() actor: Actor,
  ): Promise<Broadcast> {
    return this.broadcasts.send(slug, body, actor);
  }

  @Handles(routes.getBroadcast)
  get(@Param("slug") slug: string, @Param("id") id: string, @Acting() actor: Actor): Promise<Broadcast> {
    return this.broadcasts.get(slug, id, actor);
  }

  @Handles(routes.changeBroadcast)
  change(
    @Param("slug") slug: string,
    @Param("id") id: string,
    @CheckedBody(routes.changeBroadcast) body: BodyOf<typeof routes.changeBroadcast>,
    @Acting() actor: Actor,
    @IfMatch() ifMatch: string | undefined,
  ): Promise<Broadcast> {
    return this.broadcasts.change(slug, id, body, actor, ifMatch);
  }

  @Handles(routes.withdrawBroadcast)
  withdraw(@Param("slug") slug: string, @Param("id") id: string, @Acting() actor: Actor): Promise<Broadcast> {
    return this.broadcasts.withdraw(slug, id, actor);
  }

  @Handles(routes.listBroadcastReceipts)
  async receipts(
    @Param("slug") slug: string,
    @Param("id") id: string,
    @Acting() actor: Actor,
  ): Promise<ResponseOf<typeof routes.listBroadcastReceipts>> {
    return { items: await this.broadcasts.receipts(slug, id, actor) };
  }
}
