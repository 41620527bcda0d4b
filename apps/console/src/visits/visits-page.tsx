import type { Edition } from "@abwab/contract";
import { useMessages } from "@abwab/ui";
import { Button, Menu, Tabs } from "@mantine/core";
import {
  IconCalendarTime,
  IconChartBar,
  IconChevronDown,
  IconLayoutBoard,
  IconPlus,
  IconPrinter,
  IconTransitionRight,
} from "@tabler/icons-react";
import { useState } from "react";
import { PageHeader } from "../app/page-header.tsx";
import { PageSkeleton } from "../app/page-skeleton.tsx";
import { RoleGate } from "../app/role-gate.tsx";
import { useSlug } from "../app/use-slug.ts";
import { useEdition } from "../editions/edition-queries.ts";
import { useMay } from "../sign-in/session.ts";
import { BoardPanel } from "./board-panel.tsx";
import { DistributionPanel } from "./distribution-panel.tsx";
import { RepresentedPanel } from "./represented-panel.tsx";
import { SlotsPanel } from "./slots-panel.tsx";
import { useVisitView, visitParts } from "./use-visit-view.ts";
import { visitMessages } from "./visit-messages.ts";
import { VisitTask, type Task } from "./visit-task.tsx";

export function VisitsPage() {
  const slug = useSlug();
  const edition = useEdition(slug);
  return (
    <RoleGate needed="supervisor">{edition ? <Visits key={slug} edition={edition} /> : <PageSkeleton />}</RoleGate>
  );
}

function Visits({ edition }: { edition: Edition }) {
  const t = useMessages(visitMessages);
  const [view, setView] = useVisitView(edition);
  const [task, setTask] = useState<Task>();
  const mayPlan = useMay("organiser");
  return (
    <div className="page">
      <PageHeader
        title={t("title")}
        hint={t("hint")}
        actions={
          <>
            <PrintMenu onPrint={(what) => setTask({ kind: "print", what })} />
            <Button
              leftSection={<IconPlus size={18} aria-hidden />}
              onClick={() => setTask({ kind: "book", slotId: null })}
            >
              {t("book")}
            </Button>
          </>
        }
      />
      <Tabs
        value={view.part}
        keepMounted={false}
        onChange={(next) => setView({ part: visitParts.find((part) => part === next) ?? "board" })}
      >
        <Tabs.List mb="md">
          <Tabs.Tab value="board" leftSection={<IconLayoutBoard size={18} aria-hidden />}>
            {t("board")}
          </Tabs.Tab>
          <Tabs.Tab value="slots" leftSection={<IconCalendarTime size={18} aria-hidden />}>
            {t("slots")}
          </Tabs.Tab>
          {mayPlan && (
            <Tabs.Tab value="distribution" leftSection={<IconTransitionRight size={18} aria-hidden />}>
              {t("distribution")}
            </Tabs.Tab>
          )}
          <Tabs.Tab value="represented" leftSection={<IconChartBar size={18} aria-hidden />}>
            {t("representation")}
          </Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="board">
          <BoardPanel edition={edition} view={view} onView={setView} onTask={setTask} />
        </Tabs.Panel>
        <Tabs.Panel value="slots">
          <SlotsPanel edition={edition} view={view} onView={setView} />
        </Tabs.Panel>
        {mayPlan && (
          <Tabs.Panel value="distribution">
            <DistributionPanel edition={edition} view={view} onView={setView} />
          </Tabs.Panel>
        )}
        <Tabs.Panel value="represented">
          <RepresentedPanel edition={edition} />
        </Tabs.Panel>
      </Tabs>
      {task && <VisitTask task={task} edition={edition} view={view} onTask={setTask} />}
    </div>
  );
}

function PrintMenu({ onPrint }: { onPrint: (what: "list" | "confirmations" | "certificates") => void }) {
  const t = useMessages(visitMessages);
  return (
    <Menu position="bottom-end" shadow="md">
      <Menu.Target>
        <Button
          variant="default"
          leftSection={<IconPrinter size={18} aria-hidden />}
          rightSection={<IconChevronDown size={16} aria-hidden />}
        >
          {t("print")}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={() => onPrint("list")}>{t("printDay")}</Menu.Item>
        <Menu.Item onClick={() => onPrint("confirmations")}>{t("printMany")}</Menu.Item>
        <Menu.Item onClick={() => onPrint("certificates")}>{t("printCertificates")}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
