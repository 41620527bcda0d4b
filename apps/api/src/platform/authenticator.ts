import { Injectable } from "@nestjs/common";
import type { DeviceConfiguration } from "../editions/edition-configuration.ts";
import { EditionDirectory } from "../editions/edition-directory.ts";
import { PrincipalRepository } from "./principal.repository.ts";
import type { DevicePrincipal, Principal } from "./principal.ts";
import { ProblemError } from "./problem-error.ts";
import { hashSecretToken, kindOfToken } from "./secret-token.ts";
import { sessionIn } from "./session-cookie.ts";

const BEARER = "Bearer ";
const DEVICE_TOKEN = `${BEARER}abd_`;
/** More kiosks than any venue has. */
const MOST_HASHES = 10_000;

/** Finds out who is calling, from a bearer token or the session cookie. */
@Injectable()
export class Authenticator {
  private readonly hashes = new Map<string, string>();

  constructor(
    private readonly directory: EditionDirectory,
    private readonly principals: PrincipalRepository,
  ) {}

  /**
   * The device of a bearer token, when it is in memory and may send; for anyone else ask `identify`. Only the hash is
   * kept: whether it opens anything is looked up each time, so a revoked device is refused as soon as its edition is
   * read again.
   */
  knownDevice(authorization: string): DevicePrincipal | undefined {
    if (!authorization.startsWith(DEVICE_TOKEN)) return undefined;
    let hash = this.hashes.get(authorization);
    if (hash === undefined) {
      hash = hashSecretToken(authorization.slice(BEARER.length)).toString("hex");
      if (this.directory.knownDevice(hash) === undefined) return undefined;
      if (this.hashes.size >= MOST_HASHES) this.hashes.clear();
      this.hashes.set(authorization, hash);
    }
    const device = this.directory.knownDevice(hash);
    if (device === undefined || device.revoked) return undefined;
    return principalOf(device);
  }

  /** undefined for a stranger. Throws `device_revoked`, or `unauthenticated` for a bearer token that opens nothing. */
  async identify(authorization: string | undefined, cookie: string | undefined): Promise<Principal | undefined> {
    if (authorization !== undefined) return this.identifyBearer(authorization);
    const session = cookie === undefined ? undefined : sessionIn(cookie);
    return session === undefined ? undefined : this.principals.personOfSession(hashSecretToken(session));
  }

  private async identifyBearer(authorization: string): Promise<Principal> {
    const token = /^Bearer (\S+)$/i.exec(authorization)?.[1] ?? "";
    const principal = await this.identifyToken(token);
    if (principal === undefined) throw new ProblemError("unauthenticated", "This token opens nothing.");
    return principal;
  }

  /** Of a device's or an integrator's token; undefined when it opens nothing. Throws `device_revoked`. */
  async identifyToken(token: string): Promise<Principal | undefined> {
    const kind = kindOfToken(token);
    if (kind === "api") return this.principals.apiToken(hashSecretToken(token));
    if (kind !== "device") return undefined;
    const device = await this.directory.deviceOfToken(hashSecretToken(token).toString("hex"));
    if (device === undefined) return undefined;
    if (device.revoked) throw new ProblemError("device_revoked", "Pair this device again.");
    return principalOf(device);
  }
}

function principalOf({ id, editionId, tokenHash }: DeviceConfiguration): DevicePrincipal {
  // The text that the directory holds already, not another for each connection.
  return { kind: "device", id, editionId, ...(tokenHash !== null && { tokenHash }) };
}
