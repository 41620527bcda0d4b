export { canUndo, Outbox, type Asked, type Crossing, type OutboxParts } from "./outbox.ts";
export { openOutboxDatabase, type OutboxDatabase } from "./outbox-database.ts";
export { outboxMessages } from "./outbox-messages.ts";
export type {
  CrossingPass,
  Duty,
  Exchange,
  KnownCrossing,
  OutboxRecord,
  Refusal,
  RetryReason,
  Sending,
  ShiftTally,
  WaitingTally,
} from "./outbox-record.ts";
export { OutboxStore, type OutboxView } from "./outbox-store.ts";
export { SaveEntries } from "./save-entries.tsx";
export { isNearlyFull, storageSpace, useStorageSpace, type StorageSpace } from "./storage-space.ts";
export { useOutbox, type RunningOutbox } from "./use-outbox.ts";
