import { ApiProblem, Unreachable } from "@abwab/api-client";
import type { Refusal, RetryReason } from "./outbox-record.ts";

/** What a failed exchange asks for. */
export type Failure =
  | { readonly kind: "again"; readonly reason: RetryReason; readonly retryAfterSeconds?: number }
  | { readonly kind: "stop"; readonly reason: "device_revoked" | "unauthenticated" }
  /**
   * The request was not read as a whole: one item of it is to blame, or its frame. Without a `refusal` it was
   * something on the way that would not take it, which settles no item.
   */
  | { readonly kind: "unreadable"; readonly refusal?: Refusal };

/** Only the service's own words settle anything: an error page of a proxy or a portal is a reason to try again. */
export function failureOf(error: unknown): Failure {
  if (error instanceof Unreachable) return { kind: "again", reason: "unreachable" };
  // Neither network nor service: this kiosk's own disk would not write or read.
  if (!(error instanceof ApiProblem)) return { kind: "again", reason: "device" };
  if (error.code === "unexplained" && error.status === 413) return { kind: "unreadable" };
  switch (error.code) {
    case "device_revoked":
    case "unauthenticated":
      return { kind: "stop", reason: error.code };
    case "invalid":
    case "not_json":
    case "too_large":
      return { kind: "unreadable", refusal: { code: error.code, message: error.message, errors: error.errors } };
    default:
      return {
        kind: "again",
        reason: "server",
        ...(error.retryAfterSeconds !== undefined && { retryAfterSeconds: error.retryAfterSeconds }),
      };
  }
}
