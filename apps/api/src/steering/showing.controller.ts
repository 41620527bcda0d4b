import { type BodyOf, type ResponseOf, routes } from "@abwab/contract";
import { Controller, Param } from "@nestjs/common";
import { Acting, type Actor } from "../platform/actor.ts";
import { Caller, CheckedBody, Handles } from "../platform/handles.ts";
import type { Principal } from "../platform/principal.ts";
import { ShowingService } from "./showing.service.ts";

@Controller()
export class ShowingController {
  constructor(private readonly showing: ShowingService) {}

  @Handles(routes.reportShowing)
  report(
    @CheckedBody(routes.reportShowing) body: BodyOf<typeof routes.reportShowing>,
    @Caller() caller: Principal,
  ): Promise<void> {
    return this.showing.report(body, caller);
  }

  @Handles(routes.listAcknowledgements)
  async acknowledgements(
    @Param("slug") slug: string,
    @Acting() actor: Actor,
  ): Promise<ResponseOf<typeof routes.listAcknowledgements>> {
    return { items: await this.showing.acknowledgements(slug, actor) };
  }
}
