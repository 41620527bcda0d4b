import type { Actor } from "../platform/actor.ts";

/** Who a pass was issued by, as it is stored: a person's or a token's id. */
export const issuerOf = (actor: Actor): string | null => (actor.kind === "system" ? null : actor.id);
