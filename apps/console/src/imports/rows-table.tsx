import type { ImportField, ImportRow, ImportSummary, RowOutcome } from "@abwab/contract";
import { Num, useMessages } from "@abwab/ui";
import type { ReactNode } from "react";
import { ListTable, type Column } from "../app/list-table.tsx";
import type { PagedList } from "../tables/use-whole-list.ts";
import { importMessages } from "./import-messages.ts";
import { RowDecisionField } from "./row-decision.tsx";
import { RowRemarks } from "./row-remarks.tsx";
import { useFieldValue } from "./use-field-value.ts";

interface RowsTableProps {
  slug: string;
  summary: ImportSummary;
  outcome: RowOutcome;
  rows: readonly ImportRow[];
  paged: PagedList<ImportRow>;
  footer: ReactNode;
}

interface Group {
  title: "name" | "type" | "place" | "expected" | "contact" | ImportField;
  fields: readonly ImportField[];
}

/** Fields that are read together stand together. */
const organisationGroups: readonly Group[] = [
  { title: "name", fields: ["nameAr", "nameFr"] },
  { title: "type", fields: ["type", "kind"] },
  { title: "place", fields: ["city", "province", "region"] },
  { title: "expected", fields: ["expectedPupils", "expectedAdults"] },
  { title: "contact", fields: ["contactName", "contactPhone", "contactEmail"] },
];
const attendeeGroups: readonly Group[] = (["reference", "category", "validFrom", "validUntil"] as const).map(
  (field) => ({ title: field, fields: [field] }),
);

export function RowsTable({ slug, summary, outcome, rows, paged, footer }: RowsTableProps) {
  const t = useMessages(importMessages);
  const groups = summary.subject === "attendees" ? attendeeGroups : organisationGroups;
  // A column of which no row on the page says anything is left out.
  const filled = groups.filter(({ fields }) =>
    rows.some(({ values, before }) =>
      fields.some((field) => values[field] !== undefined || before[field] !== undefined),
    ),
  );
  const columns: Column<ImportRow>[] = [
    {
      key: "row",
      value: ({ row }) => row,
      title: t("row"),
      cell: ({ row }) => (
        <>
          <span className="row-word">{t("row")} </span>
          <Num value={row} />
        </>
      ),
    },
    ...filled.map(({ title, fields }): Column<ImportRow> => ({
      key: title,
      value: ({ values }) =>
        fields
          .map((field) => values[field])
          .filter(Boolean)
          .join(" "),
      title: t(title),
      cell: (row) => <GroupCell row={row} fields={fields} />,
    })),
  ];
  if (rows.some(({ problems, match }) => problems.length > 0 || match !== null) && outcome !== "same") {
    columns.push({
      key: "remarks",
      value: ({ problems }) => problems.map(({ code }) => code).join(", "),
      title: t("remarks"),
      cell: (row) => <RowRemarks row={row} outcome={outcome} slug={slug} />,
    });
  }
  if (outcome === "doubtful") {
    columns.push({
      key: "decision",
      value: ({ decision }) => decision,
      title: t("decision"),
      cell: (row) => <RowDecisionField slug={slug} importId={summary.id} row={row} />,
    });
  }
  return (
    <ListTable
      caption={t("outcomes")}
      columns={columns}
      rows={rows}
      keyOf={({ row }) => String(row)}
      paged={paged}
      footer={footer}
    />
  );
}

function GroupCell({ row, fields }: { row: ImportRow; fields: readonly ImportField[] }) {
  const valueOf = useFieldValue();
  const told = new Set<string>();
  const shown = fields.filter((field) => {
    const value = row.values[field];
    if (row.changes.includes(field)) return true;
    if (value === undefined || told.has(valueOf(field, value))) return false;
    // A city and its province often have one name: once is enough.
    told.add(valueOf(field, value));
    return true;
  });
  if (shown.length === 0) return "–";
  return (
    <span className="row-group">
      {shown.map((field) => (
        <Value key={field} row={row} field={field} />
      ))}
    </span>
  );
}

/** What a field becomes; where it changes, what stood there before it. */
function Value({ row: { values, changes, before }, field }: { row: ImportRow; field: ImportField }): ReactNode {
  const t = useMessages(importMessages);
  const valueOf = useFieldValue();
  const value = values[field];
  const text = value === undefined ? t("nothing") : valueOf(field, value);
  if (!changes.includes(field)) return <bdi>{text}</bdi>;
  const old = before[field];
  return (
    <span className="row-change">
      <span className="visually-hidden">{t("was")} </span>
      <del>
        <bdi>{old === undefined ? t("nothing") : valueOf(field, old)}</bdi>
      </del>{" "}
      <span className="visually-hidden">{t("becomes")} </span>
      <ins>
        <bdi>{text}</bdi>
      </ins>
    </span>
  );
}
