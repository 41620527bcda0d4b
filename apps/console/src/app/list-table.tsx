import { Table, VisuallyHidden } from "@mantine/core";
import { useLanguage, useMessages } from "@abwab/ui";
import type { ReactNode } from "react";
import { useParams } from "react-router";
import type { CellValue } from "../tables/cell-value.ts";
import { RowChunk } from "../tables/row-chunk.tsx";
import { saveCsv } from "../tables/save-csv.ts";
import { SortableHeading } from "../tables/sortable-heading.tsx";
import { tableMessages } from "../tables/table-messages.ts";
import { TableTools } from "../tables/table-tools.tsx";
import { useRowsShown } from "../tables/use-rows-shown.ts";
import { useTableView } from "../tables/use-table-view.ts";
import { type PagedList, useWholeList } from "../tables/use-whole-list.ts";
import { appMessages } from "./app-messages.ts";
import { ProblemAlert } from "./problem-alert.tsx";

export interface Column<Row> {
  key: string;
  title: string;
  cell: (row: Row) => ReactNode;
  /** What the cell says without its looks: rows are ordered by it, found by it, and saved with it. */
  value: (row: Row) => CellValue;
  /** Left out on a narrow screen. */
  minor?: true;
}

export interface ListTableProps<Row> {
  /** Says what the table lists. */
  caption: string;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  keyOf: (row: Row) => string;
  /** What can be done with a row. */
  menu?: ((row: Row) => ReactNode) | undefined;
  /** Tells it from the other tables of its page, in the address. */
  name?: string;
  /** Of a list that comes page by page: how all of it is read, to be ordered, searched or saved. */
  paged?: PagedList<Row>;
  /** What turns the pages; all rows need none. */
  footer?: ReactNode;
}

/** From so many rows on, they can be searched. */
const LONG = 8;
/** From so many on, only those near the screen are drawn, so many at a time. */
const MANY = 200;
const CHUNK = 50;
const ROW_HEIGHT = 53;

/**
 * A table that becomes a pile of cards on a narrow screen, each cell with its column's title. It is ordered by its
 * headings, and saved as it stands.
 */
export function ListTable<Row>({
  caption,
  columns,
  rows: given,
  keyOf,
  menu,
  name,
  paged,
  footer,
}: ListTableProps<Row>) {
  const t = useMessages(tableMessages);
  const app = useMessages(appMessages);
  const { language } = useLanguage();
  const { slug } = useParams();
  const view = useTableView(
    name,
    columns.map(({ key }) => key),
  );
  const isViewed = view.sort !== undefined || view.find !== "";
  const hasMore = paged?.hasMore === true;
  const whole = useWholeList(paged, isViewed && hasMore);
  const rows = whole.rows ?? given;
  const shown = useRowsShown(rows, columns, view);
  const save = async () => {
    const all = hasMore && whole.rows === undefined ? await whole.fetch() : shown;
    if (all === undefined) return;
    const cells = all.map((row) => columns.map(({ value }) => value(row) ?? null));
    saveCsv(caption, slug, [columns.map(({ title }) => title), ...cells], language);
  };
  const stop = () => {
    whole.stop();
    view.clear();
  };
  const isLong = given.length > LONG || hasMore || view.find !== "";
  const draw = (row: Row) => <Cells key={keyOf(row)} row={row} columns={columns} menu={menu} />;
  return (
    <>
      <TableTools
        caption={caption}
        find={isLong ? view.find : undefined}
        onFind={view.setFind}
        found={shown.length}
        all={rows.length}
        onSave={() => void save()}
        reading={whole.isReading ? whole.count : undefined}
        onStop={stop}
        onPages={whole.rows && view.clear}
      />
      <ProblemAlert error={whole.error} />
      <div className="card table-card">
        <Table
          className="list-table"
          verticalSpacing="sm"
          horizontalSpacing="md"
          highlightOnHover
          aria-rowcount={shown.length + 1}
        >
          <caption className="visually-hidden">{caption}</caption>
          <Table.Thead>
            <Table.Tr>
              {columns.map(({ key, title }) => (
                <SortableHeading key={key} column={key} title={title} sort={view.sort} onSort={view.sortBy} />
              ))}
              {menu && (
                <Table.Th scope="col" className="list-menu">
                  <VisuallyHidden>{app("actions")}</VisuallyHidden>
                </Table.Th>
              )}
            </Table.Tr>
          </Table.Thead>
          {shown.length <= MANY ? (
            <Table.Tbody>{shown.map(draw)}</Table.Tbody>
          ) : (
            Array.from({ length: Math.ceil(shown.length / CHUNK) }, (_, index) => {
              const part = shown.slice(index * CHUNK, (index + 1) * CHUNK);
              return (
                <RowChunk
                  key={index}
                  columns={columns.length + (menu ? 1 : 0)}
                  count={part.length}
                  estimate={ROW_HEIGHT}
                >
                  {() => part.map(draw)}
                </RowChunk>
              );
            })
          )}
        </Table>
        {shown.length === 0 && <p className="table-none">{t(rows.length === 0 ? "noRows" : "noneFound")}</p>}
      </div>
      {whole.rows === undefined && footer}
    </>
  );
}

type CellsProps<Row> = Pick<ListTableProps<Row>, "columns" | "menu"> & { row: Row };

function Cells<Row>({ row, columns, menu }: CellsProps<Row>) {
  return (
    <Table.Tr>
      {columns.map(({ key, title, cell, minor }, index) => (
        <Table.Td key={key} data-label={index === 0 ? undefined : title} data-minor={minor}>
          {cell(row)}
        </Table.Td>
      ))}
      {menu && <Table.Td className="list-menu">{menu(row)}</Table.Td>}
    </Table.Tr>
  );
}
