import { entriesEnvelope, type EntriesResponse, inputErrors, routes } from "@abwab/contract";
import { Body, Controller } from "@nestjs/common";
import { Caller, Handles } from "../platform/handles.ts";
import type { Principal } from "../platform/principal.ts";
import { ProblemError } from "../platform/problem-error.ts";
import { EntriesService } from "./entries.service.ts";

@Controller()
export class EntriesController {
  constructor(private readonly entries: EntriesService) {}

  @Handles(routes.recordEntries)
  async record(@Caller() caller: Principal, @Body() body: unknown): Promise<EntriesResponse> {
    // Only the frame is checked whole: items are checked one by one.
    const envelope = entriesEnvelope.safeParse(body);
    if (!envelope.success) {
      const errors = inputErrors(envelope.error);
      throw new ProblemError("invalid", "The frame of the batch does not fit.", { errors });
    }
    return this.entries.record(caller, envelope.data);
  }
}
