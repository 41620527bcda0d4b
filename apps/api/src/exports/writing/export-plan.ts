import type { EntryFlag, ExportFault, NewExport } from "@abwab/contract";

/** A settled day, as it stands in a file. */
export interface PlannedDay {
  day: string;
  revision: number;
  version: number;
}

/** A region, or one of its provinces, named in the language of the file. */
export interface PlannedPlace {
  /** As an entry's origin and an organisation's province name it. */
  code: string;
  region: string;
  regionName: string;
  /** Null of a region itself. */
  province: string | null;
  provinceName: string | null;
}

/** All that a process needs to make one file. */
export interface ExportPlan {
  databaseUrl: string;
  exportId: string;
  /** Which making of it this is: of an earlier one nothing is taken any more. */
  turn: number;
  request: NewExport;
  edition: { id: number; slug: string; name: string; timeZone: string; isDraft: boolean };
  /** The commit up to which the ledger is read. */
  version: number;
  /** null for all zones. */
  zoneIds: number[] | null;
  /** Where only settled days are asked for. */
  settled: PlannedDay[] | null;
  // What the contract says, whose schemas would take longer to load than most files to write.
  /** The flags of an entry, in the order of their bits. */
  flags: readonly EntryFlag[];
  /** Empty where nothing is asked by place. */
  places: readonly PlannedPlace[];
  /** Rows of a sheet, the headings aside. */
  sheetRows: number;
}

/** How it ended. `lost`: it was cancelled, or another has taken it over. */
export type ExportOutcome =
  | { kind: "done" }
  | { kind: "lost" }
  | { kind: "error"; message: string; fault: ExportFault; isFinal: boolean };
