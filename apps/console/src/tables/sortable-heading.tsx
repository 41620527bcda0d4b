import { useMessages } from "@abwab/ui";
import { Table } from "@mantine/core";
import { IconArrowDown, IconArrowsSort, IconArrowUp } from "@tabler/icons-react";
import { tableMessages } from "./table-messages.ts";
import type { TableSort } from "./use-table-view.ts";

export interface SortableHeadingProps {
  column: string;
  title: string;
  sort: TableSort | undefined;
  onSort: (key: string) => void;
}

/** A column's heading that orders the rows by it, and says which way they stand. */
export function SortableHeading({ column, title, sort, onSort }: SortableHeadingProps) {
  const t = useMessages(tableMessages);
  const order = sort?.key !== column ? undefined : sort.falls ? "descending" : "ascending";
  const Icon = order === undefined ? IconArrowsSort : order === "ascending" ? IconArrowUp : IconArrowDown;
  return (
    <Table.Th scope="col" aria-sort={order} data-column={column}>
      <button
        type="button"
        className="sort-button"
        title={t("sortBy", { column: title })}
        onClick={() => onSort(column)}
      >
        {title} <Icon size={14} aria-hidden />
      </button>
    </Table.Th>
  );
}
