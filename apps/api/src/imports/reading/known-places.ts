import { provinceOf } from "@abwab/domain";
import { tidyCell } from "./tidy-cell.ts";

const known = new Map<string, string | undefined>();
/** A list names a few hundred places again and again. */
const MOST_KEPT = 20_000;

/** The code of the province that a cell names, remembered. */
export function knownProvince(text: string): string | undefined {
  const name = tidyCell(text);
  if (known.has(name)) return known.get(name);
  const province = provinceOf(name);
  if (known.size < MOST_KEPT) known.set(name, province);
  return province;
}
