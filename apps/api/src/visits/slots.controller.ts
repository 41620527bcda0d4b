import { type BodyOf, type Page, type QueryOf, type ResponseOf, routes, type Slot } from "@abwab/contract";
import { Controller, Param } from "@nestjs/common";
import { Acting, type Actor } from "../platform/actor.ts";
import { IfMatch } from "../platform/entity-tag.ts";
import { CheckedBody, CheckedQuery, Handles } from "../platform/handles.ts";
import { SlotsService } from "./slots.service.ts";

@Controller()
export class SlotsController {
  constructor(private readonly slots: SlotsService) {}

  @Handles(routes.listSlots)
  list(
    @Param("slug") slug: string,
    @CheckedQuery(routes.listSlots) query: QueryOf<typeof routes.listSlots>,
    @Acting() actor: Actor,
  ): Promise<Page<Slot>> {
    return this.slots.list(slug, query, actor);
  }

  @Handles(routes.createSlots)
  async create(
    @Param("slug") slug: string,
    @CheckedBody(routes.createSlots) body: BodyOf<typeof routes.createSlots>,
    @Acting() actor: Actor,
  ): Promise<ResponseOf<typeof routes.createSlots>> {
    return { items: await this.slots.create(slug, body, actor) };
  }

  @Handles(routes.getSlot)
  get(@Param("slug") slug: string, @Param("id") id: string, @Acting() actor: Actor): Promise<Slot> {
    return this.slots.get(slug, id, actor);
  }

  @Handles(routes.changeSlot)
  change(
    @Param("slug") slug: string,
    @Param("id") id: string,
    @CheckedBody(routes.changeSlot) body: BodyOf<typeof routes.changeSlot>,
    @Acting() actor: Actor,
    @IfMatch() ifMatch: string | undefined,
  ): Promise<Slot> {
    return this.slots.change(slug, id, body, actor, ifMatch);
  }

  @Handles(routes.removeSlot)
  remove(@Param("slug") slug: string, @Param("id") id: string, @Acting() actor: Actor): Promise<void> {
    return this.slots.remove(slug, id, actor);
  }
}
