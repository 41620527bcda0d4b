import { routes, type Edition } from "@abwab/contract";
import { formatDate, localName, useLanguage, useMessages, type Language } from "@abwab/ui";
import { Anchor, Badge, Button, Menu } from "@mantine/core";
import { IconBuildingArch, IconCopy, IconEdit, IconPlus, IconTrashX } from "@tabler/icons-react";
import { useState } from "react";
import { Link, useSearchParams } from "react-router";
import { api } from "../app/api.ts";
import { appMessages } from "../app/app-messages.ts";
import { ConfirmDialog } from "../app/confirm-dialog.tsx";
import { EmptyState } from "../app/empty-state.tsx";
import { ListTable, type Column } from "../app/list-table.tsx";
import { PageHeader } from "../app/page-header.tsx";
import { PageSkeleton } from "../app/page-skeleton.tsx";
import { ProblemAlert } from "../app/problem-alert.tsx";
import { RowMenu } from "../app/row-menu.tsx";
import { useMayWhole } from "../sign-in/session.ts";
import { CopyForm } from "./copy-form.tsx";
import { copyMessages } from "./copy-messages.ts";
import { EditionForm } from "./edition-form.tsx";
import { editionMessages, editionStatusTexts } from "./edition-messages.ts";
import { editionsQuery, useEditions } from "./edition-queries.ts";

type Task = { kind: "add" } | { kind: "change" | "copy"; edition: Edition } | { kind: "remove"; edition: Edition };

const statusColors = { draft: "brass", open: "forest", closed: "sand", archived: "sand" } as const;

/** From the first day to the last, in words. */
function datesOf(edition: Edition, language: Language): string {
  const dates = edition.days.map(({ date }) => date).toSorted();
  const [first, last] = [dates[0], dates.at(-1)];
  if (first === undefined || last === undefined) return "";
  return first === last
    ? formatDate(first, language)
    : `${formatDate(first, language, "short")} – ${formatDate(last, language)}`;
}

export function EditionsPage() {
  const t = useMessages(editionMessages);
  const app = useMessages(appMessages);
  const copy = useMessages(copyMessages);
  const { language } = useLanguage();
  const editions = useEditions();
  const mayChange = useMayWhole("administrator");
  const maySetUp = useMayWhole("organiser");
  const [search] = useSearchParams();
  const [task, setTask] = useState<Task | undefined>(search.has("new") && mayChange ? { kind: "add" } : undefined);
  const close = () => setTask(undefined);
  const add = mayChange && (
    <Button leftSection={<IconPlus size={18} aria-hidden />} onClick={() => setTask({ kind: "add" })}>
      {t("add")}
    </Button>
  );
  const columns: Column<Edition>[] = [
    {
      key: "name",
      value: ({ names }) => localName(names, language),
      title: t("names"),
      cell: ({ slug, names }) => (
        <Anchor component={Link} to={`/live/${slug}`} fw={600}>
          {localName(names, language)}
        </Anchor>
      ),
    },
    { key: "city", value: ({ city }) => city, title: t("city"), cell: ({ city }) => <bdi>{city}</bdi> },
    {
      key: "dates",
      value: ({ days }) => days.map(({ date }) => date).toSorted()[0],
      title: t("dates"),
      cell: (edition) => datesOf(edition, language),
    },
    {
      key: "status",
      value: ({ status }) => t(editionStatusTexts[status]),
      title: t("status"),
      cell: ({ status }) => <Badge color={statusColors[status]}>{t(editionStatusTexts[status])}</Badge>,
    },
  ];
  return (
    <div className="page">
      <PageHeader title={t("title")} hint={t("hint")} actions={editions.data?.length ? add : undefined} />
      <ProblemAlert error={editions.error} retry={() => void editions.refetch()} />
      {!editions.data && !editions.error && <PageSkeleton />}
      {editions.data?.length === 0 && (
        <EmptyState title={app("noEditionTitle")} hint={app(mayChange ? "noEditionHint" : "noEditionWait")}>
          {add}
        </EmptyState>
      )}
      {editions.data && editions.data.length > 0 && (
        <ListTable
          caption={t("title")}
          columns={columns}
          rows={editions.data}
          keyOf={({ slug }) => slug}
          menu={
            maySetUp
              ? (edition) => (
                  <RowMenu of={localName(edition.names, language)}>
                    <Menu.Item
                      component={Link}
                      to={`/setup/${edition.slug}`}
                      leftSection={<IconBuildingArch size={17} aria-hidden />}
                    >
                      {t("setup")}
                    </Menu.Item>
                    {mayChange && (
                      <>
                        <Menu.Item
                          leftSection={<IconEdit size={17} aria-hidden />}
                          onClick={() => setTask({ kind: "change", edition })}
                        >
                          {t("change")}
                        </Menu.Item>
                        <Menu.Item
                          leftSection={<IconCopy size={17} aria-hidden />}
                          onClick={() => setTask({ kind: "copy", edition })}
                        >
                          {copy("action")}
                        </Menu.Item>
                        <Menu.Item
                          color="clay"
                          leftSection={<IconTrashX size={17} aria-hidden />}
                          onClick={() => setTask({ kind: "remove", edition })}
                        >
                          {app("remove")}
                        </Menu.Item>
                      </>
                    )}
                  </RowMenu>
                )
              : undefined
          }
        />
      )}
      {task?.kind === "add" && <EditionForm onClose={close} />}
      {task?.kind === "change" && <EditionForm edition={task.edition} onClose={close} />}
      {task?.kind === "copy" && <CopyForm edition={task.edition} onClose={close} />}
      {task?.kind === "remove" && (
        <ConfirmDialog
          title={t("removeTitle", { name: localName(task.edition.names, language) })}
          text={t("removeText")}
          submit={app("remove")}
          act={() => api.call(routes.removeEdition, { params: { slug: task.edition.slug } })}
          refresh={editionsQuery.queryKey}
          onClose={close}
        />
      )}
    </div>
  );
}
