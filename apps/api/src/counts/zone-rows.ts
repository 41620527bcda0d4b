import { type CountRow, TICK_MS } from "@abwab/contract";
import { Injectable } from "@nestjs/common";
import type { EditionConfiguration } from "../editions/edition-configuration.ts";
import { CountsService } from "./counts.service.ts";

interface Reader {
  /** Zones asked for since the query under way began. */
  wanted: Set<number>;
  next: Promise<Map<number, CountRow>> | undefined;
  running: Promise<unknown>;
  known: Map<number, { row: CountRow; readAt: number }>;
}

/**
 * The count row that a kiosk gets with each answer. Requests that ask while a query runs share the next one, so the
 * row holds what was committed before it was asked for; under load it may be up to one tick old.
 */
@Injectable()
export class ZoneRows {
  private readonly readers = new Map<number, Reader>();

  constructor(private readonly counts: CountsService) {}

  /** The row, when it was read within the last tick. */
  recent(editionId: number, zoneId: number): CountRow | undefined {
    const known = this.readers.get(editionId)?.known.get(zoneId);
    return known !== undefined && Date.now() - known.readAt <= TICK_MS ? known.row : undefined;
  }

  async read(edition: EditionConfiguration, zoneId: number): Promise<CountRow | null> {
    const reader = this.readerOf(edition.id);
    reader.wanted.add(zoneId);
    reader.next ??= this.readNext(edition, reader);
    return (await reader.next).get(zoneId) ?? null;
  }

  private readerOf(editionId: number): Reader {
    let reader = this.readers.get(editionId);
    if (reader === undefined) {
      reader = { wanted: new Set(), next: undefined, running: Promise.resolve(), known: new Map() };
      this.readers.set(editionId, reader);
    }
    return reader;
  }

  private async readNext(edition: EditionConfiguration, reader: Reader): Promise<Map<number, CountRow>> {
    // A failed query has failed those who waited for it; it must not fail the next.
    await reader.running.catch(() => undefined);
    const zoneIds = [...reader.wanted];
    reader.wanted = new Set();
    reader.next = undefined;
    const reading = this.counts.rows(edition, zoneIds);
    reader.running = reading;
    const rows = await reading;
    const readAt = Date.now();
    for (const [id, row] of rows) reader.known.set(id, { row, readAt });
    return rows;
  }
}
