import "reflect-metadata";
import { Module } from "@nestjs/common";
import { NestFactory } from "@nestjs/core";
import { FastifyAdapter, type NestFastifyApplication } from "@nestjs/platform-fastify";
import { DeviceGuard } from "./device.guard.ts";
import { Devices } from "./devices.ts";
import { EntriesController } from "./entries.controller.ts";
import { EntryStore } from "./entry-store.ts";
import { PgEntryStore } from "./pg-entry-store.ts";
import { PrismaEntryStore } from "./prisma-entry-store.ts";

// The service that a good team would write first: Nest on Fastify, one transaction a request. It keeps its devices in
// memory, which spares it a query a request, and counts in one tally only, where Abwab keeps two and the occupancy.

@Module({
  controllers: [EntriesController],
  providers: [
    Devices,
    DeviceGuard,
    { provide: EntryStore, useClass: process.env["STORE"] === "pg" ? PgEntryStore : PrismaEntryStore },
  ],
})
class ConventionalModule {}

const app = await NestFactory.create<NestFastifyApplication>(ConventionalModule, new FastifyAdapter(), {
  logger: ["error", "warn"],
});
await app.listen(0, "127.0.0.1");
process.stdout.write(`listening ${(await app.getUrl()).replace("[::1]", "127.0.0.1")}\n`);
