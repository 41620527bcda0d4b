import type { Completeness, Edition, Zone, ZoneKind } from "@abwab/contract";

/** What every report is about: an edition with its zones, at a moment. */
export interface ReportSubject {
  edition: Edition;
  /** In the order in which they were added. */
  zones: readonly Zone[];
  /** Codes of the zones that count exits: of others none are shown. */
  countsExits: ReadonlySet<string>;
  /** When it was made, ms since the epoch. */
  madeAt: number;
  /** Of the live figures (C4). */
  completeness: Completeness;
  /** The commit version of the live figures. */
  version: number;
  /** Whether what came after settling stands beside it. */
  showsSince: boolean;
}

export const kindsOf = (zones: readonly Zone[]): ((code: string) => ZoneKind | undefined) => {
  const kinds = new Map(zones.map(({ code, kind }) => [code, kind]));
  return (code) => kinds.get(code);
};
