export interface Sized {
  readonly width: number;
  readonly height: number;
}
export interface Box extends Sized {
  readonly x: number;
  readonly y: number;
}
export interface Shelved<Item> {
  readonly items: { item: Item; box: Box; shelf: number }[];
  readonly width: number;
  readonly height: number;
  readonly shelves: number;
}

/** Puts boxes on shelves in the order given, a new shelf where the next would stand out. None is wider than `width`. */
export function packShelves<Item extends Sized>(
  items: readonly Item[],
  { width, gap }: { readonly width: number; readonly gap: number },
): Shelved<Item> {
  const placed: Shelved<Item>["items"] = [];
  let [x, y, shelf, deepest, widest] = [0, 0, 0, 0, 0];
  for (const item of items) {
    if (x > 0 && x + item.width > width) {
      y += deepest + gap;
      [x, deepest] = [0, 0];
      shelf += 1;
    }
    placed.push({ item, box: { x, y, width: item.width, height: item.height }, shelf });
    x += item.width + gap;
    deepest = Math.max(deepest, item.height);
    widest = Math.max(widest, x - gap);
  }
  return { items: placed, width: widest, height: y + deepest, shelves: items.length > 0 ? shelf + 1 : 0 };
}
