import { createClient } from "@abwab/api-client";
import type { Page } from "@abwab/contract";

/** The service this page came from; who is signed in is in the cookie. */
export const api = createClient();

const PAGE = 500;

/** Every item of a list, page by page. */
export async function listAll<Item>(
  read: (query: { limit: number; cursor?: string }) => Promise<Page<Item>>,
): Promise<Item[]> {
  const items: Item[] = [];
  let cursor: string | null = null;
  do {
    const page: Page<Item> = await read({ limit: PAGE, ...(cursor === null ? {} : { cursor }) });
    items.push(...page.items);
    cursor = page.nextCursor;
  } while (cursor !== null);
  return items;
}
