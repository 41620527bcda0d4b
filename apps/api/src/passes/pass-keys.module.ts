import { Module } from "@nestjs/common";
import { PassKeysRepository } from "./pass-keys.repository.ts";
import { SigningKeys } from "./signing-keys.ts";

/** Apart from the rest of passes: an edition begins with a key. */
@Module({ providers: [PassKeysRepository, SigningKeys], exports: [PassKeysRepository, SigningKeys] })
export class PassKeysModule {}
