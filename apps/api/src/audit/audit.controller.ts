import { type AuditEvent, type Page, type QueryOf, routes } from "@abwab/contract";
import { Controller } from "@nestjs/common";
import { Acting, type Actor } from "../platform/actor.ts";
import { CheckedQuery, Handles } from "../platform/handles.ts";
import { AuditService } from "./audit.service.ts";

@Controller()
export class AuditController {
  constructor(private readonly audit: AuditService) {}

  @Handles(routes.listAudit)
  list(
    @CheckedQuery(routes.listAudit) query: QueryOf<typeof routes.listAudit>,
    @Acting() reader: Actor,
  ): Promise<Page<AuditEvent>> {
    return this.audit.list(query, reader);
  }
}
