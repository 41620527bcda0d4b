import { z } from "zod";
import { uuid } from "./primitives.ts";

/** One change by a person, an integrator or the service itself (P2). */
export const auditEvent = z.object({
  id: uuid,
  at: z.string(),
  /** null where the service did it by itself. */
  actorId: uuid.nullable(),
  /** A person's e-mail as it was then, or the name of a token. */
  actorName: z.string(),
  /** `zone.change` */
  action: z.string(),
  /** `zone open-days/P12` */
  subject: z.string(),
  /** The address it came from. */
  address: z.string().nullable(),
  /** What the change touched; never a secret. */
  before: z.unknown(),
  after: z.unknown(),
  /** Whether something of a person was erased from it; the chain still holds. */
  erased: z.boolean(),
});
export type AuditEvent = z.infer<typeof auditEvent>;
