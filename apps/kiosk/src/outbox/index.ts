export { canUndo, Outbox, type Crossing, type OutboxParts } from "./outbox.ts";
export { openOutboxDatabase, type OutboxDatabase } from "./outbox-database.ts";
export type { Exchange, OutboxRecord, Refusal, RetryReason, Sending, WaitingTally } from "./outbox-record.ts";
export { OutboxStore, type OutboxView } from "./outbox-store.ts";
export { useOutbox, type RunningOutbox } from "./use-outbox.ts";
