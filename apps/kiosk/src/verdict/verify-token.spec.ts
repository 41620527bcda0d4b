import { toPayload, type PassClaims } from "@abwab/contract";
import { jest } from "@jest/globals";
import { CompactSign, exportJWK, generateKeyPair } from "jose";
import { verifyToken } from "./verify-token.ts";

const claims: PassClaims = {
  code: "ABCDEFGH2345",
  kind: "group",
  category: "pupils",
  group: { pupils: 38, adults: 4 },
  zones: ["P12"],
  validFrom: null,
  validUntil: 1_747_500_000_000,
};

async function createKey(keyId = "k1") {
  const { privateKey, publicKey } = await generateKeyPair("EdDSA", { extractable: true });
  const { x = "" } = await exportJWK(publicKey);
  const sign = (payload: unknown, header: { alg: string; kid: string } = { alg: "EdDSA", kid: keyId }) =>
    new CompactSign(new TextEncoder().encode(JSON.stringify(payload))).setProtectedHeader(header).sign(privateKey);
  return { sign, key: { keyId, publicKey: x } };
}

describe("a pass's token, without network", () => {
  it("says what it was signed with", async () => {
    const { sign, key } = await createKey();
    const token = await sign(toPayload(claims, "Lycée Ibn Sina"));
    expect(await verifyToken(token, [key])).toEqual({ state: "valid", claims, label: "Lycée Ibn Sina" });
  });

  it("is unknown when its signature is another key's, or a letter of it was changed", async () => {
    const [ours, theirs] = await Promise.all([createKey(), createKey()]);
    const forged = await theirs.sign(toPayload(claims, null));
    const [header, , signature] = (await ours.sign(toPayload(claims, null))).split(".");
    const changed = `${header}.${btoa(JSON.stringify({ ...toPayload(claims, null), c: "staff" })).replaceAll("=", "")}.${signature}`;
    expect(await verifyToken(forged, [ours.key])).toEqual({ state: "unknown" });
    expect(await verifyToken(changed, [ours.key])).toEqual({ state: "unknown" });
  });

  it("A2: can't be judged when its key is not known here", async () => {
    const [ours, newer] = await Promise.all([createKey("k1"), createKey("k2")]);
    expect(await verifyToken(await newer.sign(toPayload(claims, null)), [ours.key])).toEqual({ state: "unverifiable" });
  });

  it("A2: can't be judged by a browser that can't use the key", async () => {
    const { sign } = await createKey();
    const token = await sign(toPayload(claims, null));
    const warned = jest.spyOn(console, "warn").mockReturnValue();
    expect(await verifyToken(token, [{ keyId: "k1", publicKey: "AA" }])).toEqual({ state: "unverifiable" });
    warned.mockRestore();
  });

  it("is unknown when it is no token of ours", async () => {
    const { sign, key } = await createKey();
    const unsigned = `${btoa(JSON.stringify({ alg: "none", kid: "k1" })).replaceAll("=", "")}.e30.`;
    for (const token of ["", "a.b.c", "https://example.com", unsigned, await sign({ sub: "somebody" })]) {
      expect(await verifyToken(token, [key])).toEqual({ state: "unknown" });
    }
  });
});
