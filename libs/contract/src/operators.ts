import { z } from "zod";
import { shortText } from "./primitives.ts";

/** What staff are called at the gate and in the ledger (`operator`): a short code, not a name. */
export const operatorCode = z.string().regex(/^[A-Z0-9]{1,8}$/, "must be up to eight capital letters and digits");
export const pin = z.string().regex(/^\d{4,8}$/, "must be four to eight digits");

/** A member of the gate staff who signs on to a device. */
export const operator = z.object({
  code: operatorCode,
  name: z.string(),
  hasPin: z.boolean(),
  /** Code of the accreditation that signs them on. */
  badge: z.string().nullable(),
  active: z.boolean(),
});
export type Operator = z.infer<typeof operator>;

const operatorFields = {
  name: shortText,
  pin: pin.nullable(),
  badge: z
    .string()
    .regex(/^[0-9A-HJKMNP-TV-Z]{12}$/)
    .nullable(),
};
export const newOperator = z.strictObject({
  code: operatorCode,
  ...operatorFields,
  pin: operatorFields.pin.default(null),
  badge: operatorFields.badge.default(null),
});
export type NewOperator = z.infer<typeof newOperator>;
export const operatorPatch = z.strictObject({ ...operatorFields, active: z.boolean() }).partial();
export type OperatorPatch = z.infer<typeof operatorPatch>;

/** What a kiosk holds of an operator: no name; a PIN only as a slow hash. */
export const deviceOperator = z.object({
  code: operatorCode,
  /** PBKDF2-SHA-256 of the PIN in base64url, `PIN_ROUNDS` rounds, salt `<edition slug>:<code>`; null without a PIN. */
  pinHash: z.string().nullable(),
  badge: z.string().nullable(),
});
export type DeviceOperator = z.infer<typeof deviceOperator>;
