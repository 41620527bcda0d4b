import { useSearchParams } from "react-router";

export interface TableSort {
  key: string;
  falls: boolean;
}

export interface TableView {
  sort: TableSort | undefined;
  find: string;
  /** Upwards first, then downwards, then as the list came. */
  sortBy: (key: string) => void;
  setFind: (text: string) => void;
  clear: () => void;
}

/**
 * How the rows of a table are ordered and what is looked for in them, as the address has it: a link brings another
 * reader to the same rows. `name` tells the tables of one page apart.
 */
export function useTableView(name: string | undefined, keys: readonly string[]): TableView {
  const [search, setSearch] = useSearchParams();
  const [sortName, findName] = name === undefined ? ["sort", "find"] : [`sort-${name}`, `find-${name}`];
  const asked = search.get(sortName) ?? "";
  const key = asked.replace(/^-/, "");
  const sort = keys.includes(key) ? { key, falls: asked.startsWith("-") } : undefined;
  const set = (changes: Readonly<Record<string, string>>) =>
    setSearch(
      (before) => {
        const next = new URLSearchParams(before);
        for (const [each, value] of Object.entries(changes)) {
          if (value === "") next.delete(each);
          else next.set(each, value);
        }
        return next;
      },
      { replace: true, preventScrollReset: true },
    );
  return {
    sort,
    find: search.get(findName) ?? "",
    sortBy: (by) => set({ [sortName]: sort?.key !== by ? by : sort.falls ? "" : `-${by}` }),
    setFind: (text) => set({ [findName]: text }),
    clear: () => set({ [sortName]: "", [findName]: "" }),
  };
}
