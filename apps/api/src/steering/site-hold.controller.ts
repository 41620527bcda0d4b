import { type BodyOf, type ResponseOf, routes, type SiteHeld, type SiteLifted } from "@abwab/contract";
import { Controller, Param } from "@nestjs/common";
import { Acting, type Actor } from "../platform/actor.ts";
import { CheckedBody, Handles } from "../platform/handles.ts";
import { SiteHoldService } from "./site-hold.service.ts";

@Controller()
export class SiteHoldController {
  constructor(private readonly holds: SiteHoldService) {}

  @Handles(routes.getSiteHold)
  async get(@Param("slug") slug: string, @Acting() actor: Actor): Promise<ResponseOf<typeof routes.getSiteHold>> {
    return { hold: await this.holds.standing(slug, actor) };
  }

  @Handles(routes.holdSite)
  hold(
    @Param("slug") slug: string,
    @CheckedBody(routes.holdSite) body: BodyOf<typeof routes.holdSite>,
    @Acting() actor: Actor,
  ): Promise<SiteHeld> {
    return this.holds.hold(slug, body, actor);
  }

  @Handles(routes.liftHold)
  lift(@Param("slug") slug: string, @Acting() actor: Actor): Promise<SiteLifted> {
    return this.holds.lift(slug, actor);
  }
}
