import type { ComparedEdition } from "@abwab/contract";
import { Group, Title } from "@mantine/core";
import type { ReactNode } from "react";

export interface ComparedProps {
  items: readonly ComparedEdition[];
  nameOf: (slug: string) => string;
}

interface ComparisonTableProps extends ComparedProps {
  id: string;
  title: string;
  /** What the rows are of. */
  rowTitle: string;
  actions?: ReactNode;
  /** The rows: a heading and a cell for each edition. */
  children: ReactNode;
}

/** A part of the comparison, with a column for each edition. */
export function ComparisonTable({ id, title, rowTitle, actions, items, nameOf, children }: ComparisonTableProps) {
  return (
    <section className="card comparison-part" aria-labelledby={id}>
      <Group justify="space-between">
        <Title order={2} size="h4" id={id}>
          {title}
        </Title>
        {actions}
      </Group>
      <div className="comparison-scroll">
        <table className="comparison-table">
          <thead>
            <tr>
              <th scope="col">{rowTitle}</th>
              {items.map(({ slug }) => (
                <th key={slug} scope="col">
                  {nameOf(slug)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>{children}</tbody>
        </table>
      </div>
    </section>
  );
}
