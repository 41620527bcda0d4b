import type { Edition } from "@abwab/contract";
import { useMessages } from "@abwab/ui";
import { Tabs } from "@mantine/core";
import { IconArrowMerge, IconBuildingCommunity, IconCopy } from "@tabler/icons-react";
import { useSearchParams } from "react-router";
import { PageHeader } from "../app/page-header.tsx";
import { PageSkeleton } from "../app/page-skeleton.tsx";
import { RoleGate } from "../app/role-gate.tsx";
import { useSlug } from "../app/use-slug.ts";
import { useEdition } from "../editions/edition-queries.ts";
import { DuplicatesPanel } from "./duplicates-panel.tsx";
import { MergesPanel } from "./merges-panel.tsx";
import { organisationMessages } from "./organisation-messages.ts";
import { RegistryPanel } from "./registry-panel.tsx";

const parts = ["registry", "duplicates", "merges"] as const;

export function OrganisationsPage() {
  const slug = useSlug();
  const edition = useEdition(slug);
  return (
    <RoleGate needed="supervisor">
      {edition ? <Organisations key={slug} edition={edition} /> : <PageSkeleton />}
    </RoleGate>
  );
}

function Organisations({ edition }: { edition: Edition }) {
  const t = useMessages(organisationMessages);
  const [search, setSearch] = useSearchParams();
  const part = parts.find((each) => each === search.get("part")) ?? "registry";
  return (
    <div className="page">
      <PageHeader title={t("title")} hint={t("hint")} />
      <Tabs
        value={part}
        keepMounted={false}
        onChange={(next) => setSearch(next === null || next === "registry" ? {} : { part: next }, { replace: true })}
      >
        <Tabs.List mb="md">
          <Tabs.Tab value="registry" leftSection={<IconBuildingCommunity size={18} aria-hidden />}>
            {t("registry")}
          </Tabs.Tab>
          <Tabs.Tab value="duplicates" leftSection={<IconCopy size={18} aria-hidden />}>
            {t("duplicates")}
          </Tabs.Tab>
          <Tabs.Tab value="merges" leftSection={<IconArrowMerge size={18} aria-hidden />}>
            {t("merges")}
          </Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="registry">
          <RegistryPanel edition={edition} />
        </Tabs.Panel>
        <Tabs.Panel value="duplicates">
          <DuplicatesPanel slug={edition.slug} />
        </Tabs.Panel>
        <Tabs.Panel value="merges">
          <MergesPanel edition={edition} />
        </Tabs.Panel>
      </Tabs>
    </div>
  );
}
