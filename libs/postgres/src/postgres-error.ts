export type PostgresErrorCode =
  | "already_running"
  | "binaries_missing"
  | "directory_broken"
  | "directory_unreachable"
  | "did_not_start"
  | "port_taken"
  | "unreachable"
  | "migration_failed";

/** A fault whose message is one sentence that can be shown to the person who started the product. */
export class PostgresError extends Error {
  readonly code: PostgresErrorCode;

  constructor(code: PostgresErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = "PostgresError";
    this.code = code;
  }
}
