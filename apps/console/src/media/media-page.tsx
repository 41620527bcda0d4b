import type { Edition } from "@abwab/contract";
import { useMessages } from "@abwab/ui";
import { Tabs } from "@mantine/core";
import { IconIdBadge2, IconMicrophone2 } from "@tabler/icons-react";
import { useSearchParams } from "react-router";
import { PageHeader } from "../app/page-header.tsx";
import { PageSkeleton } from "../app/page-skeleton.tsx";
import { RoleGate } from "../app/role-gate.tsx";
import { useSlug } from "../app/use-slug.ts";
import { useEdition } from "../editions/edition-queries.ts";
import { AccreditationsPanel } from "./accreditations-panel.tsx";
import { ActivitiesPanel } from "./activities-panel.tsx";
import { mediaMessages } from "./media-messages.ts";

const parts = ["accreditations", "activities"] as const;

export function MediaPage() {
  const slug = useSlug();
  const edition = useEdition(slug);
  return <RoleGate needed="supervisor">{edition ? <Media key={slug} edition={edition} /> : <PageSkeleton />}</RoleGate>;
}

function Media({ edition }: { edition: Edition }) {
  const t = useMessages(mediaMessages);
  const [search, setSearch] = useSearchParams();
  const part = parts.find((each) => each === search.get("part")) ?? "accreditations";
  return (
    <div className="page">
      <PageHeader title={t("title")} hint={t("hint")} />
      <Tabs
        value={part}
        keepMounted={false}
        onChange={(next) => setSearch(next === "activities" ? { part: next } : {}, { replace: true })}
      >
        <Tabs.List mb="md">
          <Tabs.Tab value="accreditations" leftSection={<IconIdBadge2 size={18} aria-hidden />}>
            {t("accreditations")}
          </Tabs.Tab>
          <Tabs.Tab value="activities" leftSection={<IconMicrophone2 size={18} aria-hidden />}>
            {t("activities")}
          </Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="accreditations">
          <AccreditationsPanel edition={edition} />
        </Tabs.Panel>
        <Tabs.Panel value="activities">
          <ActivitiesPanel edition={edition} />
        </Tabs.Panel>
      </Tabs>
    </div>
  );
}
