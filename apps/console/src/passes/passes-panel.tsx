import { passKind, passQuery, routes, type Edition, type Pass, readPassCode, showPassCode } from "@abwab/contract";
import { formatDate, Num, useLanguage, useMessages } from "@abwab/ui";
import { Badge, Button, Group, Menu, NativeSelect, Text } from "@mantine/core";
import { IconEye, IconPlus, IconPrinter, IconRefresh, IconTrashX } from "@tabler/icons-react";
import { useInfiniteQuery } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import { useSearchParams } from "react-router";
import { api } from "../app/api.ts";
import { EmptyState } from "../app/empty-state.tsx";
import { ListTable, type Column } from "../app/list-table.tsx";
import type { PagedList } from "../tables/use-whole-list.ts";
import { LoadMore } from "../app/load-more.tsx";
import { PageSkeleton } from "../app/page-skeleton.tsx";
import { ProblemAlert } from "../app/problem-alert.tsx";
import { ReasonDialog } from "../app/reason-dialog.tsx";
import { RowMenu } from "../app/row-menu.tsx";
import { SearchField } from "../app/search-field.tsx";
import { categoryName } from "../pavilion/category-names.ts";
import { pavilionMessages } from "../pavilion/pavilion-messages.ts";
import { useMay } from "../sign-in/session.ts";
import { PassDialog } from "./pass-dialog.tsx";
import { OrganisationPill } from "./organisation-pill.tsx";
import { PassForm } from "./pass-form.tsx";
import { passKindTexts, passMessages } from "./pass-messages.ts";
import { passesKey, passesQuery, passPrintUrl, type PassFilters } from "./pass-queries.ts";
import { localMoment } from "../tables/cell-value.ts";

type Task =
  | { kind: "issue" }
  | { kind: "show"; code: string }
  | { kind: "revoke"; pass: Pass }
  | { kind: "reissue"; pass: Pass };

/** What the address says is searched for; what it can't say is left out. */
function filtersIn(search: URLSearchParams): PassFilters {
  const named = Object.fromEntries(
    ["kind", "state", "batch", "organisation", "search"].map((key) => [key, search.get(key)]),
  );
  const given = Object.fromEntries(Object.entries(named).filter(([, value]) => value !== null && value !== ""));
  const read = passQuery
    .pick({ kind: true, state: true, batch: true, organisation: true, search: true })
    .safeParse(given);
  return read.success ? read.data : {};
}

export function PassesPanel({ edition }: { edition: Edition }) {
  const t = useMessages(passMessages);
  const mayIssue = useMay("organiser");
  const [search, setSearch] = useSearchParams();
  const filters = filtersIn(search);
  const passes = useInfiniteQuery(passesQuery(edition.slug, filters));
  const [task, setTask] = useState<Task>();
  const rows = passes.data?.pages.flatMap((page) => page.items);
  // The pass in the address, if there is one, is shown over the list: a link leads to it.
  const asked = readPassCode(search.get("pass") ?? "") ?? null;
  const isFiltered = Object.keys(filters).length > 0;
  const issue = mayIssue && (
    <Button leftSection={<IconPlus size={18} aria-hidden />} onClick={() => setTask({ kind: "issue" })}>
      {t("issue")}
    </Button>
  );
  const set = (key: string, value: string) => {
    const next = new URLSearchParams(search);
    if (value === "") next.delete(key);
    else next.set(key, value);
    setSearch(next, { replace: true });
  };
  return (
    <>
      {(isFiltered || rows?.length !== 0) && (
        <Group mb="md" align="flex-end" justify="space-between">
          <Group align="flex-end">
            <SearchField
              label={t("search")}
              value={search.get("search") ?? ""}
              onSearch={(text) => set("search", text)}
            />
            <NativeSelect
              aria-label={t("kind")}
              value={filters.kind ?? ""}
              onChange={(event) => set("kind", event.currentTarget.value)}
              data={[
                { value: "", label: t("anyKind") },
                ...passKind.options.map((value) => ({ value, label: t(passKindTexts[value]) })),
              ]}
            />
            <NativeSelect
              aria-label={t("state")}
              value={filters.state ?? ""}
              onChange={(event) => set("state", event.currentTarget.value)}
              data={[
                { value: "", label: t("anyState") },
                { value: "valid", label: t("valid") },
                { value: "revoked", label: t("revoked") },
              ]}
            />
            {filters.organisation !== undefined && (
              <OrganisationPill
                slug={edition.slug}
                id={filters.organisation}
                onRemove={() => set("organisation", "")}
              />
            )}
          </Group>
          {issue}
        </Group>
      )}
      <ProblemAlert error={passes.error} retry={() => void passes.refetch()} />
      {!rows && !passes.error && <PageSkeleton />}
      {rows?.length === 0 && isFiltered && <Text c="dimmed">{t("noneFound")}</Text>}
      {rows?.length === 0 && !isFiltered && (
        <EmptyState title={t("emptyTitle")} hint={t("emptyHint")}>
          {issue}
        </EmptyState>
      )}
      {rows && rows.length > 0 && (
        <PassTable
          edition={edition}
          passes={rows}
          mayIssue={mayIssue}
          onTask={setTask}
          onShow={(code) => set("pass", code)}
          paged={{
            key: passesQuery(edition.slug, filters).queryKey,
            hasMore: passes.hasNextPage,
            read: (query, signal) =>
              api.call(routes.listPasses, { params: { slug: edition.slug }, query: { ...filters, ...query }, signal }),
          }}
          footer={<LoadMore list={passes} />}
        />
      )}
      {!task && asked !== null && <PassDialog edition={edition} code={asked} onClose={() => set("pass", "")} />}
      {task && <PassTask task={task} edition={edition} onTask={setTask} />}
    </>
  );
}

interface PassTableProps {
  edition: Edition;
  passes: readonly Pass[];
  mayIssue: boolean;
  onTask: (task: Task) => void;
  onShow: (code: string) => void;
  paged: PagedList<Pass>;
  footer: ReactNode;
}

function PassTable({ edition, passes, mayIssue, onTask, onShow, paged, footer }: PassTableProps) {
  const t = useMessages(passMessages);
  const zone = useMessages(pavilionMessages);
  const { language } = useLanguage();
  const columns: Column<Pass>[] = [
    {
      key: "code",
      value: ({ code }) => showPassCode(code),
      title: t("code"),
      cell: ({ code }) => (
        <Button variant="subtle" size="compact-md" className="pass-code-link" px={0} onClick={() => onShow(code)}>
          <bdi dir="ltr">{showPassCode(code)}</bdi>
        </Button>
      ),
    },
    {
      key: "kind",
      value: ({ kind }) => t(passKindTexts[kind]),
      title: t("kind"),
      cell: ({ kind }) => t(passKindTexts[kind]),
    },
    {
      key: "label",
      value: ({ label }) => label,
      title: t("label"),
      cell: ({ label }) => (label === null ? "–" : <bdi>{label}</bdi>),
    },
    {
      key: "category",
      value: ({ category }) => categoryName(category, zone),
      minor: true,
      title: t("category"),
      cell: ({ category }) => categoryName(category, zone),
    },
    {
      key: "group",
      value: ({ group }) => (group === null ? 1 : group.pupils + group.adults),
      title: t("group"),
      cell: ({ group }) => (group === null ? <Num value={1} /> : <Num value={group.pupils + group.adults} />),
    },
    {
      key: "zones",
      value: ({ zones }) => zones?.join(", ") ?? t("allZones"),
      minor: true,
      title: t("zones"),
      cell: ({ zones }) => (zones === null ? t("allZones") : <bdi dir="ltr">{zones.join(", ")}</bdi>),
    },
    {
      key: "state",
      value: ({ revokedAt }) => t(revokedAt === null ? "valid" : "revoked"),
      title: t("state"),
      cell: ({ revokedAt }) =>
        revokedAt === null ? <Badge color="forest">{t("valid")}</Badge> : <Badge color="clay">{t("revoked")}</Badge>,
    },
    {
      key: "issued",
      value: ({ issuedAt }) => localMoment(issuedAt, edition.timeZone),
      minor: true,
      title: t("issued"),
      cell: ({ issuedAt }) => formatDate(issuedAt, language, "short", edition.timeZone),
    },
  ];
  return (
    <ListTable
      caption={t("passes")}
      columns={columns}
      rows={passes}
      keyOf={({ code }) => code}
      paged={paged}
      footer={footer}
      menu={(pass) => (
        <RowMenu of={showPassCode(pass.code)}>
          <Menu.Item leftSection={<IconEye size={17} aria-hidden />} onClick={() => onShow(pass.code)}>
            {t("show")}
          </Menu.Item>
          {pass.revokedAt === null && (
            <>
              <Menu.Item
                component="a"
                href={passPrintUrl(edition.slug, pass.code, language)}
                target="_blank"
                leftSection={<IconPrinter size={17} aria-hidden />}
              >
                {t("print")}
              </Menu.Item>
              {mayIssue && (
                <Menu.Item
                  leftSection={<IconRefresh size={17} aria-hidden />}
                  onClick={() => onTask({ kind: "reissue", pass })}
                >
                  {t("reissue")}
                </Menu.Item>
              )}
              <Menu.Item
                color="clay"
                leftSection={<IconTrashX size={17} aria-hidden />}
                onClick={() => onTask({ kind: "revoke", pass })}
              >
                {t("revoke")}
              </Menu.Item>
            </>
          )}
        </RowMenu>
      )}
    />
  );
}

interface PassTaskProps {
  task: Task;
  edition: Edition;
  onTask: (task: Task | undefined) => void;
}

function PassTask({ task, edition, onTask }: PassTaskProps) {
  const t = useMessages(passMessages);
  const close = () => onTask(undefined);
  const { slug } = edition;
  switch (task.kind) {
    case "issue":
      return (
        <PassForm
          edition={edition}
          onIssued={({ pass }) => onTask({ kind: "show", code: pass.code })}
          onClose={close}
        />
      );
    case "show":
      return <PassDialog edition={edition} code={task.code} onClose={close} />;
    case "revoke":
      return (
        <ReasonDialog
          title={t("revokeTitle", { code: showPassCode(task.pass.code) })}
          text={t("revokeText")}
          reasonLabel={t("reason")}
          submit={t("revoke")}
          act={(body) => api.call(routes.revokePass, { params: { slug, code: task.pass.code }, body })}
          refresh={passesKey(slug)}
          onClose={close}
        />
      );
    case "reissue":
      return (
        <ReasonDialog
          title={t("reissueTitle", { code: showPassCode(task.pass.code) })}
          text={t("reissueText")}
          reasonLabel={t("reason")}
          submit={t("reissue")}
          act={(body) => api.call(routes.reissuePass, { params: { slug, code: task.pass.code }, body })}
          onDone={({ pass }) => onTask({ kind: "show", code: pass.code })}
          refresh={passesKey(slug)}
          onClose={close}
        />
      );
  }
}
