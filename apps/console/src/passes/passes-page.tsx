import type { Edition } from "@abwab/contract";
import { useMessages } from "@abwab/ui";
import { Tabs } from "@mantine/core";
import { IconId, IconKey, IconStack2 } from "@tabler/icons-react";
import { useSearchParams } from "react-router";
import { PageHeader } from "../app/page-header.tsx";
import { PageSkeleton } from "../app/page-skeleton.tsx";
import { RoleGate } from "../app/role-gate.tsx";
import { useSlug } from "../app/use-slug.ts";
import { useEdition } from "../editions/edition-queries.ts";
import { BatchesPanel } from "./batches-panel.tsx";
import { KeysPanel } from "./keys-panel.tsx";
import { passMessages } from "./pass-messages.ts";
import { PassesPanel } from "./passes-panel.tsx";

const parts = ["passes", "batches", "keys"] as const;

export function PassesPage() {
  const slug = useSlug();
  const edition = useEdition(slug);
  return (
    <RoleGate needed="supervisor">{edition ? <Passes key={slug} edition={edition} /> : <PageSkeleton />}</RoleGate>
  );
}

function Passes({ edition }: { edition: Edition }) {
  const t = useMessages(passMessages);
  const [search, setSearch] = useSearchParams();
  const part = parts.find((each) => each === search.get("part")) ?? "passes";
  return (
    <div className="page">
      <PageHeader title={t("title")} hint={t("hint")} />
      <Tabs
        value={part}
        keepMounted={false}
        onChange={(next) => setSearch(next === null || next === "passes" ? {} : { part: next }, { replace: true })}
      >
        <Tabs.List mb="md">
          <Tabs.Tab value="passes" leftSection={<IconId size={18} aria-hidden />}>
            {t("passes")}
          </Tabs.Tab>
          <Tabs.Tab value="batches" leftSection={<IconStack2 size={18} aria-hidden />}>
            {t("batches")}
          </Tabs.Tab>
          <Tabs.Tab value="keys" leftSection={<IconKey size={18} aria-hidden />}>
            {t("keys")}
          </Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="passes">
          <PassesPanel edition={edition} />
        </Tabs.Panel>
        <Tabs.Panel value="batches">
          <BatchesPanel edition={edition} />
        </Tabs.Panel>
        <Tabs.Panel value="keys">
          <KeysPanel edition={edition} />
        </Tabs.Panel>
      </Tabs>
    </div>
  );
}
