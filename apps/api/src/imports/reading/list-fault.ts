import type { ImportFault } from "@abwab/contract";

/** Why a whole file can't be read as a list. */
export class ListFault extends Error {
  override name = "ListFault";
  readonly code: ImportFault;

  constructor(code: ImportFault, message: string) {
    super(message);
    this.code = code;
  }
}
