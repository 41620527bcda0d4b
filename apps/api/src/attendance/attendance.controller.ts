import { type AttendanceBreakdown, type QueryOf, routes } from "@abwab/contract";
import { Controller, Param } from "@nestjs/common";
import { Acting, type Actor } from "../platform/actor.ts";
import { CheckedQuery, Handles } from "../platform/handles.ts";
import { AttendanceService } from "./attendance.service.ts";

@Controller()
export class AttendanceController {
  constructor(private readonly attendance: AttendanceService) {}

  @Handles(routes.attendance)
  async breakdown(
    @Param("slug") slug: string,
    @CheckedQuery(routes.attendance) { day }: QueryOf<typeof routes.attendance>,
    @Acting() actor: Actor,
  ): Promise<AttendanceBreakdown> {
    return this.attendance.breakdown(slug, actor, day);
  }
}
