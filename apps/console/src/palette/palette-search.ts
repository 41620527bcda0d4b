import { foldName } from "@abwab/domain";

export interface Findable {
  id: string;
  /** Everything it may be looked for by: its code, its names in all languages. */
  words: readonly string[];
}

const EXACT = 100;
const BEGINS = 60;
const WORD_BEGINS = 40;
const WITHIN = 15;

/** Letters and figures run together as codes are typed: "p 12" is P12. */
const joined = (text: string): string => text.replaceAll(" ", "");

function score(text: string, asked: string): number {
  if (text === asked || joined(text) === joined(asked)) return EXACT;
  if (text.startsWith(asked)) return BEGINS;
  const words = text.split(" ");
  const every = asked.split(" ").map((part) => {
    if (words.includes(part)) return WORD_BEGINS + 5;
    if (words.some((word) => word.startsWith(part))) return WORD_BEGINS;
    return part.length > 1 && text.includes(part) ? WITHIN : 0;
  });
  return every.includes(0) ? 0 : Math.min(...every);
}

/**
 * What matches the words asked for, the best first: names are compared as `foldName` folds them, so that accents,
 * capitals and the ways to write an Arabic letter don't matter. Among equals those used lately come first, then as given.
 */
export function findCommands<Command extends Findable>(
  commands: readonly Command[],
  asked: string,
  recent: readonly string[],
): Command[] {
  const wanted = foldName(asked);
  const lately = new Map(recent.map((id, index) => [id, recent.length - index]));
  if (wanted === "") {
    const known = new Map(commands.map((command) => [command.id, command]));
    return recent.flatMap((id) => known.get(id) ?? []);
  }
  return commands
    .map((command) => ({
      command,
      score: Math.max(0, ...command.words.map((word) => score(foldName(word), wanted))),
      recency: lately.get(command.id) ?? 0,
    }))
    .filter((each) => each.score > 0)
    .toSorted((a, b) => b.score - a.score || b.recency - a.recency)
    .map(({ command }) => command);
}
