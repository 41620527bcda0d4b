import { setTimeout as delay } from "node:timers/promises";
import type { Client } from "@abwab/api-client";
import { type ExportSummary, routes } from "@abwab/contract";
import type { z } from "zod";

export type ExportGiven = z.input<typeof routes.createExport.body>;

export interface Exporter {
  start(given: ExportGiven): Promise<ExportSummary>;
  /** Once it is in one of these states; in one of an end without. */
  reached(id: string, ...states: ExportSummary["state"][]): Promise<ExportSummary>;
  download(id: string, headers?: Record<string, string>): Promise<Response>;
  /** Started, waited for and downloaded. */
  bytes(given: ExportGiven): Promise<Buffer>;
  text(given: ExportGiven): Promise<string>;
}

const ENDS = ["done", "failed", "cancelled"] as const;

/** Has files made of one edition. */
export function exporterOf(client: Client, url: string, token: string, slug: string): Exporter {
  const exporter: Exporter = {
    start: (body) => client.call(routes.createExport, { params: { slug }, body }),
    async reached(id, ...states) {
      const awaited: readonly ExportSummary["state"][] = states.length === 0 ? ENDS : states;
      for (;;) {
        const summary = await client.call(routes.getExport, { params: { slug, id } });
        if (awaited.includes(summary.state)) return summary;
        await delay(20);
      }
    },
    download: (id, headers = {}) =>
      fetch(`${url}/api/v1/editions/${slug}/exports/${id}/file`, {
        headers: { authorization: `Bearer ${token}`, ...headers },
      }),
    async bytes(given) {
      const { id } = await exporter.start(given);
      await exporter.reached(id, "done", "failed");
      return Buffer.from(await (await exporter.download(id)).arrayBuffer());
    },
    text: async (given) => (await exporter.bytes(given)).toString("utf8"),
  };
  return exporter;
}
