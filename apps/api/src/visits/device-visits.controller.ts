import { type BodyOf, type DeviceVisit, type QueryOf, type ResponseOf, routes } from "@abwab/contract";
import { Controller, Header } from "@nestjs/common";
import { Acting, type Actor } from "../platform/actor.ts";
import { Caller, CheckedBody, CheckedQuery, Handles } from "../platform/handles.ts";
import type { Principal } from "../platform/principal.ts";
import { DeviceVisitsService } from "./device-visits.service.ts";
import { WalkInsService } from "./walk-ins.service.ts";

@Controller()
export class DeviceVisitsController {
  constructor(
    private readonly visits: DeviceVisitsService,
    private readonly walkIns: WalkInsService,
  ) {}

  @Handles(routes.searchDeviceOrganisations)
  async organisations(
    @CheckedQuery(routes.searchDeviceOrganisations) { search }: QueryOf<typeof routes.searchDeviceOrganisations>,
    @Caller() caller: Principal,
  ): Promise<ResponseOf<typeof routes.searchDeviceOrganisations>> {
    return { items: await this.walkIns.find(search, caller) };
  }

  @Handles(routes.listDeviceVisits)
  @Header("cache-control", "no-store")
  async list(@Caller() caller: Principal): Promise<ResponseOf<typeof routes.listDeviceVisits>> {
    return { items: await this.visits.list(caller) };
  }

  @Handles(routes.bookWalkIn)
  book(
    @CheckedBody(routes.bookWalkIn) body: BodyOf<typeof routes.bookWalkIn>,
    @Caller() caller: Principal,
    @Acting() actor: Actor,
  ): Promise<DeviceVisit> {
    return this.walkIns.book(body, caller, actor);
  }
}
