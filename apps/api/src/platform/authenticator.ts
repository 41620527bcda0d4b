import { Injectable } from "@nestjs/common";
import { EditionDirectory } from "../editions/edition-directory.ts";
import { PrincipalRepository } from "./principal.repository.ts";
import type { Principal } from "./principal.ts";
import { ProblemError } from "./problem-error.ts";
import { hashSecretToken, kindOfToken } from "./secret-token.ts";
import { sessionIn } from "./session-cookie.ts";

/** Finds out who is calling, from a bearer token or the session cookie. */
@Injectable()
export class Authenticator {
  constructor(
    private readonly directory: EditionDirectory,
    private readonly principals: PrincipalRepository,
  ) {}

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
    return { kind: "device", id: device.id, editionId: device.editionId };
  }
}
