import { Module } from "@nestjs/common";
import { AlertsModule } from "../alerts/alerts.module.ts";
import { CountsModule } from "../counts/counts.module.ts";
import { DevicesModule } from "../devices/devices.module.ts";
import { SteeringModule } from "../steering/steering.module.ts";
import { DeviceNews } from "./device-news.ts";
import { AlertRelay } from "./alert-relay.ts";
import { LiveServer } from "./live-server.ts";
import { LiveService } from "./live.service.ts";
import { SessionWatch } from "./session-watch.ts";
import { SessionWatchRepository } from "./session-watch.repository.ts";

@Module({
  imports: [AlertsModule, CountsModule, DevicesModule, SteeringModule],
  providers: [AlertRelay, DeviceNews, LiveServer, LiveService, SessionWatch, SessionWatchRepository],
  exports: [LiveService],
})
export class LiveModule {}
