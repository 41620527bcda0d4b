import { Module } from "@nestjs/common";
import { DevicePresence } from "./device-presence.ts";
import { DevicePresenceRepository } from "./device-presence.repository.ts";

@Module({
  providers: [DevicePresence, DevicePresenceRepository],
  exports: [DevicePresence],
})
export class DevicesModule {}
