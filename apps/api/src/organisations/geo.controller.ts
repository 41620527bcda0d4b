import { type Province, type Region, routes } from "@abwab/contract";
import { moroccanProvinces, moroccanRegions } from "@abwab/domain";
import { Controller } from "@nestjs/common";
import { Handles } from "../platform/handles.ts";

/** What never changes while the service runs: the country's regions and provinces. */
@Controller()
export class GeoController {
  @Handles(routes.listRegions)
  regions(): { items: Region[] } {
    return { items: [...moroccanRegions] };
  }

  @Handles(routes.listProvinces)
  provinces(): { items: Province[] } {
    return { items: [...moroccanProvinces] };
  }
}
