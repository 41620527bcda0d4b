import { type BodyOf, type EntriesResponse, routes } from "@abwab/contract";
import { Controller, Param } from "@nestjs/common";
import { Acting, type Actor } from "../platform/actor.ts";
import { CheckedBody, Handles } from "../platform/handles.ts";
import { RecoveredEntriesService } from "./recovered-entries.service.ts";

@Controller()
export class RecoveredEntriesController {
  constructor(private readonly recovered: RecoveredEntriesService) {}

  @Handles(routes.recoverEntries)
  record(
    @Param("id") id: string,
    @CheckedBody(routes.recoverEntries) body: BodyOf<typeof routes.recoverEntries>,
    @Acting() actor: Actor,
  ): Promise<EntriesResponse> {
    return this.recovered.record(id, body.entries, actor);
  }
}
