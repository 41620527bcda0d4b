import { Injectable } from "@nestjs/common";
import { newPassKey } from "./new-pass-key.ts";
import { PassKeysRepository } from "./pass-keys.repository.ts";

/** Gives an edition its first key. */
@Injectable()
export class SigningKeys {
  constructor(private readonly keys: PassKeysRepository) {}

  /** Call it within the transaction that creates or changes the edition. */
  async begin(editionId: number): Promise<void> {
    await this.keys.create(newPassKey(editionId));
  }
}
