import type { Edition } from "@abwab/contract";
import { useMessages } from "@abwab/ui";
import { PageHeader } from "../app/page-header.tsx";
import { PageSkeleton } from "../app/page-skeleton.tsx";
import { RoleGate } from "../app/role-gate.tsx";
import { useSlug } from "../app/use-slug.ts";
import { useEdition } from "../editions/edition-queries.ts";
import { ExportForm } from "./export-form.tsx";
import { ExportList } from "./export-list.tsx";
import { exportMessages } from "./export-messages.ts";
import "./exports.css";

export function ExportsPage() {
  const slug = useSlug();
  const edition = useEdition(slug);
  return (
    <RoleGate needed="organiser">{edition ? <Exports key={slug} edition={edition} /> : <PageSkeleton />}</RoleGate>
  );
}

function Exports({ edition }: { edition: Edition }) {
  const t = useMessages(exportMessages);
  return (
    <div className="page">
      <PageHeader title={t("title")} hint={t("hint")} />
      <ExportForm edition={edition} />
      <ExportList edition={edition} />
    </div>
  );
}
