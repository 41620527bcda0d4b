import { type BodyOf, type Edition, routes } from "@abwab/contract";
import { Controller, Param } from "@nestjs/common";
import { Acting, type Actor } from "../platform/actor.ts";
import { CheckedBody, Handles } from "../platform/handles.ts";
import { CopyingService } from "./copying.service.ts";

@Controller()
export class CopyingController {
  constructor(private readonly copying: CopyingService) {}

  @Handles(routes.copyEdition)
  copy(
    @Param("slug") slug: string,
    @CheckedBody(routes.copyEdition) body: BodyOf<typeof routes.copyEdition>,
    @Acting() actor: Actor,
  ): Promise<Edition> {
    return this.copying.copy(slug, body, actor);
  }
}
