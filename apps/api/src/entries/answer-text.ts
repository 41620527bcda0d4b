import type { CountRow, EntriesResponse } from "@abwab/contract";

/** Under load one row goes out with hundreds of answers: it is written once. */
const rowTexts = new WeakMap<CountRow, string>();

/** The answer as JSON. */
export function answerText({ serverTime, results, zone }: EntriesResponse): string {
  return `{"serverTime":"${serverTime}","results":${JSON.stringify(results)},"zone":${zone === null ? "null" : rowText(zone)}}`;
}

function rowText(row: CountRow): string {
  let text = rowTexts.get(row);
  if (text === undefined) {
    text = JSON.stringify(row);
    rowTexts.set(row, text);
  }
  return text;
}
