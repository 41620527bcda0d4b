import type { EntriesResponse } from "@abwab/contract";

/** What became of the entries that were sent. */
export class Outcome {
  sent = 0;
  people = 0;
  recorded = 0;
  duplicates = 0;
  retries = 0;
  /** How many were refused for each code, with the first message. */
  readonly refused = new Map<string, { count: number; example: string }>();

  add(response: EntriesResponse, items: readonly { headcount: number }[]): void {
    if (response.results.length !== items.length) {
      throw new Error(`${items.length} entries were sent and ${response.results.length} results came back`);
    }
    for (const [index, result] of response.results.entries()) {
      this.sent += 1;
      this.people += items[index]?.headcount ?? 0;
      if (result.status === "recorded") this.recorded += 1;
      else if (result.status === "duplicate") this.duplicates += 1;
      else this.#refuse(result.code ?? "without a code", result.message ?? "");
    }
  }

  get refusals(): number {
    return this.sent - this.recorded - this.duplicates;
  }

  #refuse(code: string, message: string): void {
    const known = this.refused.get(code);
    if (known) known.count += 1;
    else this.refused.set(code, { count: 1, example: message });
  }
}
