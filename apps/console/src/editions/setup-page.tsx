import { localName, useLanguage, useMessages } from "@abwab/ui";
import { Button, Tabs } from "@mantine/core";
import { IconDoor, IconEdit, IconMap2, IconWorld } from "@tabler/icons-react";
import { useState } from "react";
import { PageHeader } from "../app/page-header.tsx";
import { PageSkeleton } from "../app/page-skeleton.tsx";
import { RoleGate } from "../app/role-gate.tsx";
import { useSlug } from "../app/use-slug.ts";
import { PublicCounterPanel } from "../public-counter/public-counter-panel.tsx";
import { publicCounterMessages } from "../public-counter/public-counter-messages.ts";
import { useMay } from "../sign-in/session.ts";
import { CheckpointsPanel } from "./checkpoints-panel.tsx";
import { EditionForm } from "./edition-form.tsx";
import { editionMessages } from "./edition-messages.ts";
import { useEdition } from "./edition-queries.ts";
import { ZonesPanel } from "./zones-panel.tsx";

export function SetupPage() {
  return (
    <RoleGate needed="organiser">
      <Setup />
    </RoleGate>
  );
}

function Setup() {
  const t = useMessages(editionMessages);
  const counter = useMessages(publicCounterMessages);
  const { language } = useLanguage();
  const slug = useSlug();
  const edition = useEdition(slug);
  const mayChange = useMay("administrator");
  const [changing, setChanging] = useState(false);
  if (!edition) return <PageSkeleton />;
  return (
    <div className="page">
      <PageHeader
        title={localName(edition.names, language)}
        hint={t("setupHint")}
        actions={
          mayChange && (
            <Button
              variant="default"
              leftSection={<IconEdit size={18} aria-hidden />}
              onClick={() => setChanging(true)}
            >
              {t("change")}
            </Button>
          )
        }
      />
      <Tabs defaultValue="zones" keepMounted={false}>
        <Tabs.List mb="md">
          <Tabs.Tab value="zones" leftSection={<IconMap2 size={18} aria-hidden />}>
            {t("zones")}
          </Tabs.Tab>
          <Tabs.Tab value="checkpoints" leftSection={<IconDoor size={18} aria-hidden />}>
            {t("checkpoints")}
          </Tabs.Tab>
          <Tabs.Tab value="public" leftSection={<IconWorld size={18} aria-hidden />}>
            {counter("tab")}
          </Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="zones">
          <ZonesPanel slug={slug} />
        </Tabs.Panel>
        <Tabs.Panel value="checkpoints">
          <CheckpointsPanel slug={slug} />
        </Tabs.Panel>
        <Tabs.Panel value="public">
          <PublicCounterPanel edition={edition} />
        </Tabs.Panel>
      </Tabs>
      {changing && <EditionForm edition={edition} onClose={() => setChanging(false)} />}
    </div>
  );
}
