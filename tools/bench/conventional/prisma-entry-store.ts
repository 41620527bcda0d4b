import { Injectable } from "@nestjs/common";
import { PrismaPg } from "@prisma/adapter-pg";
import { PrismaClient } from "../../../apps/api/src/platform/prisma-client/generated/client.ts";
import type { Device } from "./devices.ts";
import { dayOf, EntryStore, minuteOf, type Outcome } from "./entry-store.ts";
import type { NewEntry } from "@abwab/contract";
import { settings } from "./settings.ts";

/** Through Prisma: one batch transaction, which is its quicker kind; statements are prepared once and named. */
@Injectable()
export class PrismaEntryStore extends EntryStore {
  private readonly prisma = new PrismaClient({
    // The default of two seconds makes errors of what only has to wait.
    transactionOptions: { maxWait: 10_000, timeout: 20_000 },
    adapter: new PrismaPg(settings, { statementNameGenerator: ({ sql }) => this.nameOf(sql) }),
  });
  private readonly statementNames = new Map<string, string>();

  async record(device: Device, entries: readonly NewEntry[]): Promise<Outcome> {
    const receivedAt = new Date();
    try {
      await this.prisma.$transaction(
        entries.flatMap((entry) => [this.insert(device, entry, receivedAt), this.tally(device, entry)]),
      );
      return "recorded";
    } catch (error) {
      if ((error as { code?: string }).code === "P2002") return "duplicate";
      throw error;
    }
  }

  private insert(device: Device, entry: NewEntry, receivedAt: Date) {
    const at = new Date(entry.occurredAt);
    return this.prisma.ledger.createMany({
      data: {
        id: entry.id,
        version: 0,
        occurredAt: at,
        placedAt: at,
        receivedAt,
        deviceId: device.id,
        editionId: device.editionId,
        zoneId: device.zoneId,
        checkpointId: device.checkpointId,
        kind: "entry",
        direction: entry.direction,
        headcount: entry.headcount,
        day: dayOf(entry),
        flags: 0,
        checkpointSent: entry.checkpoint !== undefined,
        category: entry.category,
      },
    });
  }

  private tally(device: Device, entry: NewEntry) {
    const key = { zoneId: device.zoneId, minute: minuteOf(entry), category: entry.category };
    const entered = entry.direction === "in" ? entry.headcount : 0;
    const exited = entry.headcount - entered;
    return this.prisma.tallyMinute.upsert({
      where: { zoneId_minute_category: key },
      create: { ...key, entered, exited },
      update: { entered: { increment: entered }, exited: { increment: exited } },
    });
  }

  private nameOf(sql: string): string {
    const known = this.statementNames.get(sql);
    if (known !== undefined) return known;
    const name = `statement${this.statementNames.size}`;
    this.statementNames.set(sql, name);
    return name;
  }
}
