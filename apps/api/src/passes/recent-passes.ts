import type { KnownPass } from "./known-passes.repository.ts";

/** Passes that were looked for not long ago, by a name. */
export class RecentPasses {
  private young = new Map<string, KnownPass>();
  private old = new Map<string, KnownPass>();

  /** @param generation the last so many are kept for sure, and no more than twice as many */
  constructor(private readonly generation: number) {}

  get(name: string): KnownPass | undefined {
    const young = this.young.get(name);
    if (young !== undefined) return young;
    const old = this.old.get(name);
    if (old !== undefined) this.set(name, old);
    return old;
  }

  set(name: string, pass: KnownPass): void {
    this.young.set(name, pass);
    if (this.young.size < this.generation) return;
    // Whoever isn't asked for while a generation grows up goes with the one before: cheaper than an order of all.
    this.old = this.young;
    this.young = new Map();
  }
}
