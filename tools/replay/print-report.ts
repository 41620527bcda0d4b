import { duration, rate } from "./progress.ts";
import type { ReplayReport } from "./replay.ts";

const shownDifferences = 40;

/** What a person reads at the end of a replay. */
export function printReport({ outcome, tookMs, expected, zoneKinds, compared, differences }: ReplayReport): string {
  const number = (value: number): string => value.toLocaleString("en").padStart(12);
  const zones = (kind: string): string[] => expected.zones.filter((zone) => zoneKinds.get(zone) === kind);
  const refused = [...outcome.refused].map(
    ([code, { count, example }]) => `             ${number(count)}  ${code}: ${example}`,
  );
  const days = expected.days.map(
    (day) =>
      `  ${day}   ${number(expected.entered(zones("site"), day))} ${number(expected.entered(zones("pavilion"), day))}`,
  );
  return [
    "",
    `  sent         ${number(outcome.sent)} entries, ${outcome.people.toLocaleString("en")} people`,
    `  recorded     ${number(outcome.recorded)}`,
    `  duplicates   ${number(outcome.duplicates)}`,
    `  refused      ${number(outcome.refusals)}`,
    ...refused,
    `  sent again   ${number(outcome.retries)} batches`,
    `  took         ${duration(tookMs).padStart(12)} min, ${rate(outcome.sent, tookMs)} entries/s`,
    "",
    "  in the file         visits   pavilion visits",
    ...days,
    `  all days     ${number(expected.entered(zones("site")))} ${number(expected.entered(zones("pavilion")))}`,
    "",
    ...verdict(compared, differences),
    "",
  ].join("\n");
}

function verdict(compared: number, differences: ReplayReport["differences"]): string[] {
  if (differences.length === 0) return [`  ${compared} figures of the service compared with the file: all equal.`];
  return [
    `  ${compared} figures of the service compared with the file: ${differences.length} differ.`,
    ...differences
      .slice(0, shownDifferences)
      .map(({ what, file, counted }) => `    ${what}: ${file} in the file, ${counted} counted`),
    ...(differences.length > shownDifferences ? [`    and ${differences.length - shownDifferences} more`] : []),
  ];
}
