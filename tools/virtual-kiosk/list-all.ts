import type { Page } from "@abwab/contract";

/** Every item of a list that comes in pages; `fetchPage` gets the cursor of each page, none for the first. */
export async function listAll<Item>(fetchPage: (cursor: { cursor?: string }) => Promise<Page<Item>>): Promise<Item[]> {
  const items: Item[] = [];
  let cursor: { cursor?: string } = {};
  for (;;) {
    const page = await fetchPage(cursor);
    items.push(...page.items);
    if (page.nextCursor === null) return items;
    cursor = { cursor: page.nextCursor };
  }
}
