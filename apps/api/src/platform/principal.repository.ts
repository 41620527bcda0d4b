import { Injectable } from "@nestjs/common";
import type { Role } from "@abwab/contract";
import { Database } from "./database.ts";
import type { Binding, PersonPrincipal, TokenPrincipal } from "./principal.ts";

interface PersonRow {
  id: string;
  email: string;
  name: string;
  role: Role;
  session_id: string;
  limited: boolean;
  scope: readonly Binding[] | null;
}

interface TokenRow {
  id: string;
  name: string;
  role: Role;
  edition_id: number | null;
  zone_ids: number[] | null;
}

/** People by their session and integrators by their token: one query each. */
@Injectable()
export class PrincipalRepository {
  constructor(private readonly database: Database) {}

  async personOfSession(tokenHash: Buffer): Promise<PersonPrincipal | undefined> {
    const { rows } = await this.database.pool.query<PersonRow>({
      name: "person_of_session",
      text: `select person.id, person.email, person.name, person.role, person.scope, session.id as session_id, session.limited
             from session join person on person.id = session.person_id
             where session.token_hash = $1 and session.expires_at > now()`,
      values: [tokenHash],
    });
    const row = rows[0];
    if (row === undefined) return undefined;
    const { session_id: sessionId, limited, ...person } = row;
    return { kind: "person", ...person, sessionId, ...(limited && { limited }) };
  }

  async apiToken(tokenHash: Buffer): Promise<TokenPrincipal | undefined> {
    const { rows } = await this.database.pool.query<TokenRow>({
      name: "api_token_by_hash",
      // last_used_at to the minute: a busy integrator must not write a row a request.
      text: `with token as (
               select id, name, role, edition_id, zone_ids, last_used_at from api_token
               where token_hash = $1 and (expires_at is null or expires_at > now())
             ), used as (
               update api_token set last_used_at = now() from token
               where api_token.id = token.id
                 and (token.last_used_at is null or token.last_used_at < now() - interval '1 minute')
             )
             select id, name, role, edition_id, zone_ids from token`,
      values: [tokenHash],
    });
    const row = rows[0];
    if (row === undefined) return undefined;
    const { edition_id: editionId, zone_ids: zoneIds, ...token } = row;
    return { kind: "token", ...token, editionId, zoneIds };
  }
}
