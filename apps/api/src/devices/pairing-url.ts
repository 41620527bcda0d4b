import type { FastifyRequest } from "fastify";
import type { Configuration } from "../platform/configuration.ts";

/** The address that pairs whoever opens it. */
export function pairingUrlOf(
  code: string,
  { ABWAB_PUBLIC_URL }: Configuration,
  { protocol, host }: Pick<FastifyRequest, "protocol" | "host">,
): string {
  const base = ABWAB_PUBLIC_URL ?? `${protocol}://${host}`;
  return `${base.replace(/\/+$/, "")}/kiosk/#pair=${code}`;
}
