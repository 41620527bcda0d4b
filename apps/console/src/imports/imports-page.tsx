import type { Edition } from "@abwab/contract";
import { useMessages } from "@abwab/ui";
import { Tabs } from "@mantine/core";
import { IconColumns, IconFileImport } from "@tabler/icons-react";
import { useSearchParams } from "react-router";
import { PageHeader } from "../app/page-header.tsx";
import { PageSkeleton } from "../app/page-skeleton.tsx";
import { RoleGate } from "../app/role-gate.tsx";
import { useSlug } from "../app/use-slug.ts";
import { useEdition } from "../editions/edition-queries.ts";
import { ImportList } from "./import-list.tsx";
import { importMessages } from "./import-messages.ts";
import { MappingsPanel } from "./mappings-panel.tsx";
import { NewImport } from "./new-import.tsx";

export function ImportsPage() {
  const slug = useSlug();
  const edition = useEdition(slug);
  return (
    <RoleGate needed="organiser">{edition ? <Imports key={slug} edition={edition} /> : <PageSkeleton />}</RoleGate>
  );
}

function Imports({ edition }: { edition: Edition }) {
  const t = useMessages(importMessages);
  const [search, setSearch] = useSearchParams();
  const part = search.get("part") === "mappings" ? "mappings" : "lists";
  return (
    <div className="page">
      <PageHeader title={t("title")} hint={t("hint")} />
      <Tabs
        value={part}
        keepMounted={false}
        onChange={(next) => setSearch(next === "mappings" ? { part: next } : {}, { replace: true })}
      >
        <Tabs.List mb="md">
          <Tabs.Tab value="lists" leftSection={<IconFileImport size={18} aria-hidden />}>
            {t("lists")}
          </Tabs.Tab>
          <Tabs.Tab value="mappings" leftSection={<IconColumns size={18} aria-hidden />}>
            {t("mappings")}
          </Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="lists">
          <NewImport slug={edition.slug} />
          <ImportList edition={edition} />
        </Tabs.Panel>
        <Tabs.Panel value="mappings">
          <MappingsPanel edition={edition} />
        </Tabs.Panel>
      </Tabs>
    </div>
  );
}
