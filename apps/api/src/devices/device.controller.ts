import { type BodyOf, type PairResponse, routes } from "@abwab/contract";
import { Controller, Req, Res } from "@nestjs/common";
import type { FastifyReply, FastifyRequest } from "fastify";
import { Caller, CheckedBody, Handles } from "../platform/handles.ts";
import type { Principal } from "../platform/principal.ts";
import { DeviceConfigurationService, isKnown } from "./device-configuration.service.ts";
import { PairingService } from "./pairing.service.ts";

/** What a device itself asks for. */
@Controller()
export class DeviceController {
  constructor(
    private readonly pairing: PairingService,
    private readonly configurations: DeviceConfigurationService,
  ) {}

  @Handles(routes.pair)
  pair(
    @CheckedBody(routes.pair) body: BodyOf<typeof routes.pair>,
    @Req() request: FastifyRequest,
  ): Promise<PairResponse> {
    return this.pairing.pair(body, request.ip);
  }

  @Handles(routes.deviceConfiguration)
  async configuration(
    @Caller() caller: Principal,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { configuration, etag } = await this.configurations.read(caller);
    void reply.header("etag", etag).header("cache-control", "no-cache");
    if (isKnown(etag, request.headers["if-none-match"])) void reply.status(304).send();
    else void reply.send(configuration);
  }
}
