import { Global, Module } from "@nestjs/common";
import { Transactions } from "../platform/transactions.ts";
import { AuditRepository } from "./audit.repository.ts";
import { AuditService } from "./audit.service.ts";

/** Global: whatever changes something writes on the trail, in one transaction with the change. */
@Global()
@Module({
  providers: [Transactions, AuditService, AuditRepository],
  exports: [Transactions, AuditService],
})
export class AuditModule {}
