export { PostgresError, type PostgresErrorCode } from "./postgres-error.ts";
export {
  type EmbeddedPostgres,
  type EmbeddedPostgresOptions,
  startEmbeddedPostgres,
} from "./server/start-embedded-postgres.ts";
export { type OpenedDatabase, openDatabase } from "./server/open-database.ts";
export { freePort, isPortFree } from "./server/free-port.ts";
export type { PostgresSettings } from "./server/settings.ts";
export { connectToDatabase } from "./connect-to-database.ts";
export { applyMigrations } from "./migrations/apply-migrations.ts";
export { schemaDrift } from "./migrations/schema-drift.ts";
