import type { EntriesRequest, EntriesResponse } from "@abwab/contract";

export type Item = EntriesRequest["entries"][number];

/** What the kiosks of a test know: all they ever sent, and all they were told about it. */
export class Journal {
  /** What was on a kiosk's disk, by id, and whose it is: all of it has to come through. */
  readonly tapped = new Map<string, string>();
  /** Whether nothing comes in but what is written down here. */
  isComplete = true;
  /** Every content that was sent under an id; more than one where a test reuses ids. */
  readonly sent = new Map<string, Item[]>();
  /** Every content that was acknowledged under an id: there should be one. */
  readonly acknowledged = new Map<string, Item[]>();
  /** How often an id was answered `recorded`: once, or never where that answer was lost. */
  readonly recorded = new Map<string, number>();
  /** Codes under which items were refused, by id. */
  readonly refused = new Map<string, string[]>();
  /** A device, and the edition's version when its revocation was acknowledged. */
  readonly revoked = new Map<string, number>();
  /** What stands apart from the rules and was found during the test. */
  readonly remarks: string[] = [];

  readonly #waiting = new Set<() => void>();

  /** Resolves when so many more ids have been acknowledged than now. */
  async more(count: number): Promise<void> {
    const goal = this.acknowledged.size + count;
    await new Promise<void>((resolve) => {
      const look = (): void => {
        if (this.acknowledged.size < goal) return;
        this.#waiting.delete(look);
        resolve();
      };
      this.#waiting.add(look);
      look();
    });
  }

  /** To be called before the request leaves. */
  sending(items: readonly Item[]): void {
    for (const item of items) {
      const id = item.id.toLowerCase();
      this.sent.set(id, withItem(this.sent.get(id), item));
    }
  }

  answered(items: readonly Item[], results: EntriesResponse["results"]): void {
    if (results.length !== items.length) this.remarks.push(`${items.length} items had ${results.length} results`);
    items.forEach((item, index) => {
      const result = results[index];
      const id = item.id.toLowerCase();
      if (result?.id?.toLowerCase() !== id) return void this.remarks.push(`the result of ${id} is not in its place`);
      if (result.status === "refused") {
        this.refused.set(id, [...(this.refused.get(id) ?? []), result.code ?? "none"]);
        return;
      }
      if (result.status === "recorded") this.recorded.set(id, (this.recorded.get(id) ?? 0) + 1);
      this.acknowledged.set(id, withItem(this.acknowledged.get(id), item));
    });
    for (const waiting of this.#waiting) waiting();
  }
}

/** With a content that is not among them yet: what comes off a disk is a new copy each time. */
function withItem(before: Item[] = [], item: Item): Item[] {
  const content = JSON.stringify(item);
  return before.some((each) => JSON.stringify(each) === content) ? before : [...before, item];
}
