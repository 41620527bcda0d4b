import { addMessages, createI18n } from "@abwab/ui";
import type { ComponentType } from "react";
import { pairingMessages } from "../pairing/index.ts";
import { appMessages } from "./app-messages.ts";

/** The words of the first screen; every other page brings its own. */
export const kioskI18n = createI18n([appMessages, pairingMessages]);

/** A page whose code and words are fetched when it is first shown; `React.lazy` takes what it resolves with. */
export async function withMessages<Props>(
  part: Promise<{ page: ComponentType<Props>; messages: Parameters<typeof addMessages>[1] }>,
): Promise<{ default: ComponentType<Props> }> {
  const { page, messages } = await part;
  addMessages(kioskI18n, messages);
  return { default: page };
}
