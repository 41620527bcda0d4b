/** Packs flags into bits, the first of `order` being 1. */
export function toBits<Flag extends string>(order: readonly Flag[], flags: readonly Flag[]): number {
  return flags.reduce((bits, flag) => bits | (1 << order.indexOf(flag)), 0);
}

/** The flags that are set in `bits`, in their order. */
export function fromBits<Flag extends string>(order: readonly Flag[], bits: number): Flag[] {
  return bits === 0 ? [] : order.filter((_, index) => (bits & (1 << index)) !== 0);
}
