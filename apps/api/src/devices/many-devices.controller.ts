import { type BodyOf, type CreatedDevices, type RevokedDevices, routes } from "@abwab/contract";
import { Controller, Header, Inject, Param, Req, Res } from "@nestjs/common";
import type { FastifyReply, FastifyRequest } from "fastify";
import { Acting, type Actor } from "../platform/actor.ts";
import { CONFIGURATION, type Configuration } from "../platform/configuration.ts";
import { CheckedBody, Handles } from "../platform/handles.ts";
import { asPdf } from "../printing/as-pdf.ts";
import { ManyDevicesService } from "./many-devices.service.ts";
import { pairingUrlOf } from "./pairing-url.ts";

/** What is done to many devices at once. */
@Controller()
export class ManyDevicesController {
  constructor(
    private readonly devices: ManyDevicesService,
    @Inject(CONFIGURATION) private readonly configuration: Configuration,
  ) {}

  @Handles(routes.createDevices)
  async create(
    @Param("slug") slug: string,
    @CheckedBody(routes.createDevices) body: BodyOf<typeof routes.createDevices>,
    @Acting() actor: Actor,
  ): Promise<CreatedDevices> {
    return { devices: await this.devices.create(slug, body, actor) };
  }

  @Handles(routes.printPairingSheet)
  @Header("cache-control", "no-store")
  async print(
    @Param("slug") slug: string,
    @CheckedBody(routes.printPairingSheet) body: BodyOf<typeof routes.printPairingSheet>,
    @Acting() actor: Actor,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Buffer> {
    const urlOf = (code: string): string => pairingUrlOf(code, this.configuration, request);
    const pdf = await this.devices.pairingSheet(slug, body, urlOf, actor);
    void reply.headers(asPdf(`${slug}-pairing-${body.locale}.pdf`));
    return pdf;
  }

  @Handles(routes.revokeDevices)
  async revoke(
    @Param("slug") slug: string,
    @CheckedBody(routes.revokeDevices) { devices }: BodyOf<typeof routes.revokeDevices>,
    @Acting() actor: Actor,
  ): Promise<RevokedDevices> {
    return { revoked: await this.devices.revoke(slug, devices, actor) };
  }
}
