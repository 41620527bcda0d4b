import { type BodyOf, type Zone, type Page, type QueryOf, routes } from "@abwab/contract";
import { Controller, Param } from "@nestjs/common";
import { Acting, type Actor } from "../platform/actor.ts";
import { IfMatch } from "../platform/entity-tag.ts";
import { Caller, CheckedBody, CheckedQuery, Handles } from "../platform/handles.ts";
import type { Principal } from "../platform/principal.ts";
import { ZonesService } from "./zones.service.ts";

@Controller()
export class ZonesController {
  constructor(private readonly zones: ZonesService) {}

  @Handles(routes.listZones)
  list(
    @Param("slug") slug: string,
    @CheckedQuery(routes.listZones) query: QueryOf<typeof routes.listZones>,
    @Caller() caller: Principal,
  ): Promise<Page<Zone>> {
    return this.zones.list(slug, query, caller);
  }

  @Handles(routes.createZone)
  create(
    @Param("slug") slug: string,
    @CheckedBody(routes.createZone) body: BodyOf<typeof routes.createZone>,
    @Acting() actor: Actor,
  ): Promise<Zone> {
    return this.zones.create(slug, body, actor);
  }

  @Handles(routes.getZone)
  get(@Param("slug") slug: string, @Param("code") code: string, @Caller() caller: Principal): Promise<Zone> {
    return this.zones.get(slug, code, caller);
  }

  @Handles(routes.changeZone)
  change(
    @Param("slug") slug: string,
    @Param("code") code: string,
    @CheckedBody(routes.changeZone) body: BodyOf<typeof routes.changeZone>,
    @Acting() actor: Actor,
    @IfMatch() ifMatch: string | undefined,
  ): Promise<Zone> {
    return this.zones.change(slug, code, body, actor, ifMatch);
  }

  @Handles(routes.removeZone)
  remove(@Param("slug") slug: string, @Param("code") code: string, @Acting() actor: Actor): Promise<void> {
    return this.zones.remove(slug, code, actor);
  }
}
