import type { EntryItem, EntryResult } from "@abwab/contract";
import type { Principal } from "../platform/principal.ts";
import type { CheckedItem } from "./check-item.ts";
import type { Receipt } from "./sender.ts";

/** The items of one request on their way to a commit, and the place where their results gather. */
export class Submission {
  readonly results: (EntryResult | undefined)[];
  readonly items: { index: number; item: EntryItem }[] = [];
  readonly settled: Promise<void>;
  private resolve: () => void = () => undefined;
  private reject: (error: unknown) => void = () => undefined;

  constructor(
    readonly principal: Principal,
    readonly receipt: Receipt,
    checked: readonly CheckedItem[],
    /** Taken from a lost device's file by a person: it counts also after the device was revoked. */
    readonly isRecovered = false,
  ) {
    this.results = checked.map((it) => (it.ok ? undefined : it.result));
    checked.forEach((it, index) => {
      if (it.ok) this.items.push({ index, item: it.item });
    });
    this.settled = new Promise((resolve, reject) => {
      this.resolve = resolve;
      this.reject = reject;
    });
  }

  settle(): void {
    this.resolve();
  }

  fail(error: unknown): void {
    this.reject(error);
  }
}
