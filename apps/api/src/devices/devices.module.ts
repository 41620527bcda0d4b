import { Module } from "@nestjs/common";
import { DocumentsModule } from "../documents/documents.module.ts";
import { EditionsModule } from "../editions/editions.module.ts";
import { GuessesModule } from "../guesses/guesses.module.ts";
import { OperatorsModule } from "../operators/operators.module.ts";
import { DeviceConfigurationService } from "./device-configuration.service.ts";
import { DevicePresence } from "./device-presence.ts";
import { DevicePresenceRepository } from "./device-presence.repository.ts";
import { DeviceSilence } from "./device-silence.ts";
import { DeviceTokensService } from "./device-tokens.service.ts";
import { DeviceController } from "./device.controller.ts";
import { DevicesController } from "./devices.controller.ts";
import { DevicesRepository } from "./devices.repository.ts";
import { DevicesService } from "./devices.service.ts";
import { ManyDevicesController } from "./many-devices.controller.ts";
import { ManyDevicesService } from "./many-devices.service.ts";
import { PairingRepository } from "./pairing.repository.ts";
import { PairingService } from "./pairing.service.ts";

@Module({
  imports: [DocumentsModule, EditionsModule, GuessesModule, OperatorsModule],
  controllers: [ManyDevicesController, DevicesController, DeviceController],
  providers: [
    DeviceConfigurationService,
    DevicePresence,
    DevicePresenceRepository,
    DeviceSilence,
    DeviceTokensService,
    DevicesRepository,
    DevicesService,
    ManyDevicesService,
    PairingRepository,
    PairingService,
  ],
  exports: [DevicePresence, DevicesService],
})
export class DevicesModule {}
