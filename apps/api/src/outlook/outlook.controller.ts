import { type Outlook, type QueryOf, routes } from "@abwab/contract";
import { Controller, Param } from "@nestjs/common";
import { EditionAccess } from "../editions/edition-access.ts";
import { Caller, CheckedQuery, Handles } from "../platform/handles.ts";
import { mayUseAllEditions, type Principal } from "../platform/principal.ts";
import { OutlookService } from "./outlook.service.ts";

@Controller()
export class OutlookController {
  constructor(
    private readonly access: EditionAccess,
    private readonly outlooks: OutlookService,
  ) {}

  @Handles(routes.outlook)
  async outlook(
    @Caller() caller: Principal,
    @Param("slug") slug: string,
    @CheckedQuery(routes.outlook) { day }: QueryOf<typeof routes.outlook>,
  ): Promise<Outlook> {
    return this.outlooks.outlook(await this.access.find(slug, caller), mayUseAllEditions(caller), day);
  }
}
