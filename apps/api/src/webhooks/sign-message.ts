import { createHmac } from "node:crypto";

export interface SignedHeaders {
  "webhook-id": string;
  "webhook-timestamp": string;
  "webhook-signature": string;
}

/** As it is shown: the prefix of Standard Webhooks, and the bytes in base64. */
export const shownSecret = (secret: Uint8Array): string => `whsec_${Buffer.from(secret).toString("base64")}`;

/**
 * The headers of a message as the Standard Webhooks specification has them: HMAC-SHA256 over id, time and body, one
 * signature a secret, parted by spaces.
 *
 * @param at ms since the epoch, the moment of this attempt
 * @param secrets the present one, and the one before while it is still taken
 */
export function signMessage(id: string, at: number, body: string, secrets: readonly Uint8Array[]): SignedHeaders {
  const timestamp = String(Math.floor(at / 1000));
  const sign = (secret: Uint8Array): string =>
    `v1,${createHmac("sha256", secret).update(`${id}.${timestamp}.${body}`).digest("base64")}`;
  return { "webhook-id": id, "webhook-timestamp": timestamp, "webhook-signature": secrets.map(sign).join(" ") };
}
