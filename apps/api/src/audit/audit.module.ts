import { Global, Module } from "@nestjs/common";
import { Transactions } from "../platform/transactions.ts";
import { AuditController } from "./audit.controller.ts";
import { AuditRepository } from "./audit.repository.ts";
import { AuditSealRepository } from "./audit-seal.repository.ts";
import { AuditSealer } from "./audit-sealer.ts";
import { AuditService } from "./audit.service.ts";

/** Global: whatever changes something writes on the trail, in one transaction with the change. */
@Global()
@Module({
  controllers: [AuditController],
  providers: [Transactions, AuditService, AuditRepository, AuditSealer, AuditSealRepository],
  exports: [Transactions, AuditService],
})
export class AuditModule {}
