import { type BodyOf, type Page, type PassKey, type QueryOf, routes } from "@abwab/contract";
import { Controller, Param } from "@nestjs/common";
import { Acting, type Actor } from "../platform/actor.ts";
import { CheckedBody, CheckedQuery, Handles } from "../platform/handles.ts";
import { PassKeysService } from "./pass-keys.service.ts";

@Controller()
export class PassKeysController {
  constructor(private readonly keys: PassKeysService) {}

  @Handles(routes.listPassKeys)
  list(
    @Param("slug") slug: string,
    @CheckedQuery(routes.listPassKeys) query: QueryOf<typeof routes.listPassKeys>,
    @Acting() actor: Actor,
  ): Promise<Page<PassKey>> {
    return this.keys.list(slug, query, actor);
  }

  @Handles(routes.rotatePassKey)
  rotate(@Param("slug") slug: string, @Acting() actor: Actor): Promise<PassKey> {
    return this.keys.rotate(slug, actor);
  }

  @Handles(routes.revokePassKey)
  revoke(
    @Param("slug") slug: string,
    @Param("keyId") keyId: string,
    @CheckedBody(routes.revokePassKey) { reason }: BodyOf<typeof routes.revokePassKey>,
    @Acting() actor: Actor,
  ): Promise<PassKey> {
    return this.keys.revoke(slug, keyId, reason, actor);
  }
}
