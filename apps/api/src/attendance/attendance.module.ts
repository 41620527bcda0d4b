import { Module } from "@nestjs/common";
import { EditionsModule } from "../editions/editions.module.ts";
import { VisitsModule } from "../visits/visits.module.ts";
import { AttendanceController } from "./attendance.controller.ts";
import { AttendanceRepository } from "./attendance.repository.ts";
import { AttendanceService } from "./attendance.service.ts";
import { ZoneQuarters } from "./zone-quarters.ts";

@Module({
  imports: [EditionsModule, VisitsModule],
  controllers: [AttendanceController],
  providers: [AttendanceRepository, AttendanceService, ZoneQuarters],
})
export class AttendanceModule {}
