import { PASS_ALGORITHM, toFacts, type PassClaims } from "@abwab/contract";
import { compactVerify, decodeProtectedHeader, errors, importJWK } from "jose";
import { readPayload } from "./read-payload.ts";

export interface PublicKey {
  readonly keyId: string;
  /** `x` of the public JWK (RFC 8037): 32 bytes in base64url. */
  readonly publicKey: string;
}

/** What a token turned out to be. `unverifiable`: its key is not known here, or this browser can't check it (A2). */
export type CheckedToken =
  | { readonly state: "valid"; readonly claims: PassClaims; readonly label: string | null }
  | { readonly state: "unknown" }
  | { readonly state: "unverifiable" };

type ImportedKey = Awaited<ReturnType<typeof importJWK>>;
const imported = new Map<string, Promise<ImportedKey>>();

/** Checks a pass's signature with the keys of the configuration, without the network. */
export async function verifyToken(token: string, keys: readonly PublicKey[]): Promise<CheckedToken> {
  const keyId = keyIdOf(token);
  if (keyId === undefined) return { state: "unknown" };
  const key = keys.find((one) => one.keyId === keyId);
  if (!key) return { state: "unverifiable" };
  try {
    const { payload } = await compactVerify(token, await importedKey(key), { algorithms: [PASS_ALGORITHM] });
    const said = readPayload(JSON.parse(new TextDecoder().decode(payload)));
    if (!said) return { state: "unknown" };
    return { state: "valid", claims: toFacts(said), label: said.n ?? null };
  } catch (error) {
    if (error instanceof errors.JWSSignatureVerificationFailed || error instanceof errors.JWSInvalid) {
      return { state: "unknown" };
    }
    if (error instanceof SyntaxError) return { state: "unknown" };
    // A browser without Ed25519, or a page that is not from a secure origin: nothing is known of the pass.
    console.warn("a pass can't be verified on this kiosk", error);
    return { state: "unverifiable" };
  }
}

function keyIdOf(token: string): string | undefined {
  try {
    const { alg, kid } = decodeProtectedHeader(token);
    return alg === PASS_ALGORITHM && kid !== "" ? kid : undefined;
  } catch (error) {
    // What is no JWS at all has no header.
    if (error instanceof TypeError) return undefined;
    throw error;
  }
}

async function importedKey({ publicKey }: PublicKey): Promise<ImportedKey> {
  const known = imported.get(publicKey);
  if (known) return known;
  const key = importJWK({ kty: "OKP", crv: "Ed25519", x: publicKey }, PASS_ALGORITHM);
  imported.set(publicKey, key);
  // A key that could not be imported is tried anew.
  key.catch(() => imported.delete(publicKey));
  return key;
}
