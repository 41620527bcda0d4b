const hexDigits = 8;

/**
 * The names of the log's files from the first to the last, both included.
 * A name is the timeline, then the number of the segment in two parts, each of eight hexadecimal digits; the second
 * part counts up to 4 GiB of log.
 */
export function segmentNames(first: string, last: string, segmentBytes: number): string[] {
  const timeline = first.slice(0, hexDigits);
  if (last.slice(0, hexDigits) !== timeline) throw new Error(`${first} and ${last} are of different timelines`);
  const perPart = 2 ** 32 / segmentBytes;
  const numberOf = (name: string): number =>
    Number.parseInt(name.slice(hexDigits, 2 * hexDigits), 16) * perPart +
    Number.parseInt(name.slice(2 * hexDigits), 16);
  const hex = (part: number): string => part.toString(16).toUpperCase().padStart(hexDigits, "0");
  const names: string[] = [];
  for (let each = numberOf(first); each <= numberOf(last); each += 1) {
    names.push(`${timeline}${hex(Math.floor(each / perPart))}${hex(each % perPart)}`);
  }
  return names;
}
