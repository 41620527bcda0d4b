import { type BodyOf, type PairResponse, type ResponseOf, routes } from "@abwab/contract";
import { Controller, Req, Res } from "@nestjs/common";
import type { FastifyReply, FastifyRequest } from "fastify";
import { Acting, type Actor } from "../platform/actor.ts";
import { isKnown } from "../platform/entity-tag.ts";
import { Caller, CheckedBody, Handles } from "../platform/handles.ts";
import type { Principal } from "../platform/principal.ts";
import { DeviceConfigurationService } from "./device-configuration.service.ts";
import { DeviceTokensService } from "./device-tokens.service.ts";
import { PairingService } from "./pairing.service.ts";

/** What a device itself asks for. */
@Controller()
export class DeviceController {
  constructor(
    private readonly pairing: PairingService,
    private readonly tokens: DeviceTokensService,
    private readonly configurations: DeviceConfigurationService,
  ) {}

  @Handles(routes.pair)
  pair(
    @CheckedBody(routes.pair) body: BodyOf<typeof routes.pair>,
    @Req() request: FastifyRequest,
  ): Promise<PairResponse> {
    return this.pairing.pair(body, request.ip);
  }

  @Handles(routes.rollDeviceToken)
  async roll(@Caller() caller: Principal, @Acting() actor: Actor): Promise<ResponseOf<typeof routes.rollDeviceToken>> {
    return { token: await this.tokens.roll(caller, actor) };
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
