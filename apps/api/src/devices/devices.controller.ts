import { type BodyOf, type Device, type Page, type Pairing, type QueryOf, routes } from "@abwab/contract";
import { Controller, Inject, Param, Req } from "@nestjs/common";
import type { FastifyRequest } from "fastify";
import { Acting, type Actor } from "../platform/actor.ts";
import { CONFIGURATION, type Configuration } from "../platform/configuration.ts";
import { IfMatch } from "../platform/entity-tag.ts";
import { CheckedBody, CheckedQuery, Handles } from "../platform/handles.ts";
import { DevicesService } from "./devices.service.ts";
import type { OfferedPairing } from "./pairing-offer.ts";
import { pairingUrlOf } from "./pairing-url.ts";
import { PairingService } from "./pairing.service.ts";

/** Devices as organisers see them. */
@Controller()
export class DevicesController {
  constructor(
    private readonly devices: DevicesService,
    private readonly pairing: PairingService,
    @Inject(CONFIGURATION) private readonly configuration: Configuration,
  ) {}

  @Handles(routes.listDevices)
  list(
    @Param("slug") slug: string,
    @CheckedQuery(routes.listDevices) query: QueryOf<typeof routes.listDevices>,
    @Acting() actor: Actor,
  ): Promise<Page<Device>> {
    return this.devices.list(slug, query, actor);
  }

  @Handles(routes.createDevice)
  async create(
    @Param("slug") slug: string,
    @CheckedBody(routes.createDevice) body: BodyOf<typeof routes.createDevice>,
    @Acting() actor: Actor,
    @Req() request: FastifyRequest,
  ): Promise<Pairing> {
    return this.toPairing(await this.devices.create(slug, body, actor), request);
  }

  @Handles(routes.getDevice)
  get(@Param("slug") slug: string, @Param("id") id: string, @Acting() actor: Actor): Promise<Device> {
    return this.devices.get(slug, id, actor);
  }

  @Handles(routes.changeDevice)
  change(
    @Param("slug") slug: string,
    @Param("id") id: string,
    @CheckedBody(routes.changeDevice) body: BodyOf<typeof routes.changeDevice>,
    @Acting() actor: Actor,
    @IfMatch() ifMatch: string | undefined,
  ): Promise<Device> {
    return this.devices.change(slug, id, body, actor, ifMatch);
  }

  @Handles(routes.renewPairingCode)
  async renew(@Param("id") id: string, @Acting() actor: Actor, @Req() request: FastifyRequest): Promise<Pairing> {
    return this.toPairing(await this.pairing.renew(id, actor), request);
  }

  @Handles(routes.revokeDevice)
  revoke(@Param("id") id: string, @Acting() actor: Actor): Promise<void> {
    return this.devices.revoke(id, actor);
  }

  private toPairing({ device, pairingCode, expiresAt }: OfferedPairing, request: FastifyRequest): Pairing {
    const pairingUrl = pairingUrlOf(pairingCode, this.configuration, request);
    return { device, pairingCode, pairingUrl, expiresAt: expiresAt.toISOString() };
  }
}
