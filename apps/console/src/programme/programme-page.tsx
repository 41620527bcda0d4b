import { documentLocale, routes, type Edition, type ProgrammeItem } from "@abwab/contract";
import { createCalendar } from "@abwab/domain";
import { formatDate, localName, useLanguage, useMessages } from "@abwab/ui";
import { Button, Group, Menu, NativeSelect, SegmentedControl, Text } from "@mantine/core";
import { IconCalendarDown, IconCopy, IconEdit, IconPlus, IconPrinter, IconTrashX } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useSearchParams } from "react-router";
import { api } from "../app/api.ts";
import { appMessages } from "../app/app-messages.ts";
import { ConfirmDialog } from "../app/confirm-dialog.tsx";
import { EmptyState } from "../app/empty-state.tsx";
import { PageHeader } from "../app/page-header.tsx";
import { PageSkeleton } from "../app/page-skeleton.tsx";
import { ProblemAlert } from "../app/problem-alert.tsx";
import { RowMenu } from "../app/row-menu.tsx";
import { useSlug } from "../app/use-slug.ts";
import { useEdition, useZones } from "../editions/edition-queries.ts";
import { useMay } from "../sign-in/session.ts";
import { documentLanguageTexts } from "../visits/document-languages.ts";
import { CopyItemDialog } from "./copy-item-dialog.tsx";
import { ItemForm } from "./item-form.tsx";
import { ProgrammeList } from "./programme-list.tsx";
import { programmeMessages } from "./programme-messages.ts";
import { programmeCalendarUrl, programmePrintUrl, programmeQuery } from "./programme-queries.ts";
import { Timetable } from "./timetable.tsx";
import "./programme.css";

type Task = { kind: "add" } | { kind: "change" | "copy" | "remove"; item: ProgrammeItem };

export function ProgrammePage() {
  const slug = useSlug();
  const edition = useEdition(slug);
  return edition ? <Programme key={slug} edition={edition} /> : <PageSkeleton />;
}

/** The edition's day that is now, else its first. */
function presentDay({ days, timeZone, dayCutoff }: Edition): string {
  const today = createCalendar(timeZone, dayCutoff).dayOf(Date.now());
  const dates = days.map(({ date }) => date).toSorted();
  return dates.find((date) => date === today) ?? dates[0] ?? today;
}

function Programme({ edition }: { edition: Edition }) {
  const t = useMessages(programmeMessages);
  const { language } = useLanguage();
  const { slug } = edition;
  const mayChange = useMay("organiser");
  const programme = useQuery(programmeQuery(slug));
  const { data: zones = [] } = useZones(slug);
  const [search, setSearch] = useSearchParams();
  const [task, setTask] = useState<Task>();
  const day = search.get("day") ?? presentDay(edition);
  // A phone is too narrow for halls side by side; whoever wants them there can still have them.
  const [usual] = useState(() => (matchMedia("(width < 48em)").matches ? "list" : "table"));
  const view = day === "all" || (search.get("view") ?? usual) === "list" ? "list" : "table";
  const set = (key: string, value: string) => {
    const next = new URLSearchParams(search);
    next.set(key, value);
    setSearch(next, { replace: true });
  };
  const all = programme.data;
  const shown = all?.filter((item) => day === "all" || item.day === day);
  const menu = (item: ProgrammeItem) => <ItemMenu item={item} onTask={setTask} canCopy={edition.days.length > 1} />;
  const addButton = mayChange && (
    <Button leftSection={<IconPlus size={18} aria-hidden />} onClick={() => setTask({ kind: "add" })}>
      {t("add")}
    </Button>
  );
  return (
    <div className="page">
      <PageHeader
        title={t("title")}
        hint={t("hint")}
        actions={
          all?.length ? (
            <>
              <PrintMenu slug={slug} day={day} />
              {addButton}
            </>
          ) : undefined
        }
      />
      <ProblemAlert error={programme.error} retry={() => void programme.refetch()} />
      {!all && !programme.error && <PageSkeleton />}
      {all?.length === 0 && (
        <EmptyState title={t("emptyTitle")} hint={t("emptyHint")}>
          {addButton}
        </EmptyState>
      )}
      {all && all.length > 0 && shown && (
        <>
          <Group mb="md" justify="space-between">
            <NativeSelect
              aria-label={t("day")}
              value={day}
              onChange={(event) => set("day", event.currentTarget.value)}
              data={[
                ...edition.days.map(({ date }) => ({ value: date, label: formatDate(date, language, "long") })),
                { value: "all", label: t("everyDay") },
              ]}
            />
            {day !== "all" && (
              <SegmentedControl
                aria-label={t("view")}
                value={view}
                onChange={(next) => set("view", next)}
                data={[
                  { value: "table", label: t("table") },
                  { value: "list", label: t("list") },
                ]}
              />
            )}
          </Group>
          {shown.length === 0 && <Text c="dimmed">{t("emptyDay")}</Text>}
          {shown.length > 0 && view === "table" && (
            <Timetable edition={edition} zones={zones} items={shown} all={all} menu={mayChange ? menu : () => null} />
          )}
          {shown.length > 0 && view === "list" && (
            <ProgrammeList
              edition={edition}
              zones={zones}
              items={shown}
              all={all}
              menu={mayChange ? menu : undefined}
            />
          )}
        </>
      )}
      {task && (
        <ProgrammeTask
          task={task}
          edition={edition}
          day={day === "all" ? presentDay(edition) : day}
          onClose={() => setTask(undefined)}
        />
      )}
    </div>
  );
}

function ItemMenu({ item, onTask, canCopy }: { item: ProgrammeItem; onTask: (task: Task) => void; canCopy: boolean }) {
  const t = useMessages(programmeMessages);
  const { language } = useLanguage();
  return (
    <RowMenu of={localName(item.names, language)}>
      <Menu.Item leftSection={<IconEdit size={17} aria-hidden />} onClick={() => onTask({ kind: "change", item })}>
        {t("change")}
      </Menu.Item>
      {canCopy && (
        <Menu.Item leftSection={<IconCopy size={17} aria-hidden />} onClick={() => onTask({ kind: "copy", item })}>
          {t("copy")}
        </Menu.Item>
      )}
      <Menu.Item
        color="clay"
        leftSection={<IconTrashX size={17} aria-hidden />}
        onClick={() => onTask({ kind: "remove", item })}
      >
        {t("remove")}
      </Menu.Item>
    </RowMenu>
  );
}

/** The day that is shown, or the whole, on paper; the whole for calendars. */
function PrintMenu({ slug, day }: { slug: string; day: string }) {
  const t = useMessages(programmeMessages);
  const app = useMessages(appMessages);
  const { language } = useLanguage();
  return (
    <Menu position="bottom-end" shadow="md">
      <Menu.Target>
        <Button variant="default" leftSection={<IconPrinter size={18} aria-hidden />}>
          {t("print")}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {documentLocale.options.map((locale) => (
          <Menu.Item
            key={locale}
            component="a"
            href={programmePrintUrl(slug, { locale, ...(day === "all" ? {} : { day }) })}
            target="_blank"
            leftSection={<IconPrinter size={17} aria-hidden />}
          >
            {t("printLanguage", { language: app(documentLanguageTexts[locale]) })}
          </Menu.Item>
        ))}
        <Menu.Item
          component="a"
          href={programmeCalendarUrl(slug, language)}
          leftSection={<IconCalendarDown size={17} aria-hidden />}
        >
          {t("calendar")}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

interface ProgrammeTaskProps {
  task: Task;
  edition: Edition;
  day: string;
  onClose: () => void;
}

function ProgrammeTask({ task, edition, day, onClose }: ProgrammeTaskProps) {
  const t = useMessages(programmeMessages);
  const { language } = useLanguage();
  const { slug } = edition;
  switch (task.kind) {
    case "add":
      return <ItemForm edition={edition} day={day} onClose={onClose} />;
    case "change":
      return <ItemForm edition={edition} item={task.item} day={day} onClose={onClose} />;
    case "copy":
      return <CopyItemDialog edition={edition} item={task.item} onClose={onClose} />;
    case "remove":
      return (
        <ConfirmDialog
          title={t("removeTitle", { name: localName(task.item.names, language) })}
          text={t("removeText")}
          submit={t("remove")}
          act={() => api.call(routes.removeProgrammeItem, { params: { slug, id: task.item.id } })}
          refresh={programmeQuery(slug).queryKey}
          onClose={onClose}
        />
      );
  }
}
