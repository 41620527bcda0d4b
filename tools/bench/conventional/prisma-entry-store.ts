import { Injectable } from "@nestjs/common";
import { PrismaPg } from "@prisma/adapter-pg";
import { PrismaClient } from "../../../apps/api/src/platform/prisma-client/generated/client.ts";
import type { Device } from "./devices.ts";
import { dayOf, digestOf, EntryStore, flagsOf, minuteOf, type Outcome } from "./entry-store.ts";
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
      const flags = await Promise.all(entries.map((entry) => this.flags(device, entry)));
      await this.prisma.$transaction(
        entries.flatMap((entry, index) => [
          this.insert(device, entry, receivedAt, flags[index] ?? 0),
          this.tally(device, entry),
        ]),
      );
      return "recorded";
    } catch (error) {
      if ((error as { code?: string }).code === "P2002") return "duplicate";
      throw error;
    }
  }

  /** Before the transaction, which so stays of the quicker kind. */
  private async flags(device: Device, entry: NewEntry): Promise<number> {
    const digest = digestOf(entry);
    if (digest === null) return 0;
    const passDigest = new Uint8Array(digest);
    const [pass, crossing] = await Promise.all([
      this.prisma.pass.findUnique({ where: { digest: passDigest }, select: { revokedAt: true } }),
      this.prisma.ledger.findFirst({
        where: { passDigest, zoneId: device.zoneId, direction: "in" },
        select: { id: true },
      }),
    ]);
    return flagsOf(pass === null ? undefined : { revoked: pass.revokedAt !== null }, crossing !== null);
  }

  private insert(device: Device, entry: NewEntry, receivedAt: Date, flags: number) {
    const digest = digestOf(entry);
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
        flags,
        checkpointSent: entry.checkpoint !== undefined,
        category: entry.category,
        passDigest: digest && new Uint8Array(digest),
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
