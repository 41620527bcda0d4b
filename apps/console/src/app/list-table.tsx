import { Table, VisuallyHidden } from "@mantine/core";
import { useMessages } from "@abwab/ui";
import type { ReactNode } from "react";
import { appMessages } from "./app-messages.ts";

export interface Column<Row> {
  key: string;
  title: string;
  cell: (row: Row) => ReactNode;
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
}

/** A table that becomes a pile of cards on a narrow screen, each cell with its column's title. */
export function ListTable<Row>({ caption, columns, rows, keyOf, menu }: ListTableProps<Row>) {
  const t = useMessages(appMessages);
  return (
    <div className="card table-card">
      <Table className="list-table" verticalSpacing="sm" horizontalSpacing="md" highlightOnHover>
        <caption className="visually-hidden">{caption}</caption>
        <Table.Thead>
          <Table.Tr>
            {columns.map(({ key, title }) => (
              <Table.Th key={key} scope="col">
                {title}
              </Table.Th>
            ))}
            {menu && (
              <Table.Th scope="col">
                <VisuallyHidden>{t("actions")}</VisuallyHidden>
              </Table.Th>
            )}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map((row) => (
            <Table.Tr key={keyOf(row)}>
              {columns.map(({ key, title, cell, minor }, index) => (
                <Table.Td key={key} data-label={index === 0 ? undefined : title} data-minor={minor}>
                  {cell(row)}
                </Table.Td>
              ))}
              {menu && <Table.Td className="list-menu">{menu(row)}</Table.Td>}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </div>
  );
}
