import type { Binding } from "./principal.ts";
import { Prisma } from "./prisma-client/generated/client.ts";

/** What somebody is bound to, as the database keeps it; null for nothing. */
export const bindingsToJson = (bindings: readonly Binding[] | null) =>
  bindings === null
    ? Prisma.DbNull
    : bindings.map(({ editionId, zoneIds }) => ({ editionId, zoneIds: zoneIds === null ? null : [...zoneIds] }));
