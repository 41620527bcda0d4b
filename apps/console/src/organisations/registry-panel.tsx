import { type Edition, type Organisation, routes } from "@abwab/contract";
import { useMessages } from "@abwab/ui";
import { Button, Group } from "@mantine/core";
import { IconFileImport, IconPlus } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { Link, useSearchParams } from "react-router";
import { api } from "../app/api.ts";
import { EmptyState } from "../app/empty-state.tsx";
import { PageTurner } from "../app/page-turner.tsx";
import { PageSkeleton } from "../app/page-skeleton.tsx";
import { ProblemAlert } from "../app/problem-alert.tsx";
import { useMay } from "../sign-in/session.ts";
import { OrganisationForm } from "./organisation-form.tsx";
import { organisationMessages } from "./organisation-messages.ts";
import { filtersIn, ORGANISATIONS_PER_PAGE, organisationsKey, organisationsPage } from "./organisation-queries.ts";
import { OrganisationTable } from "./organisation-table.tsx";
import { RegistryFilters } from "./registry-filters.tsx";
import { RemoveOrganisation } from "./remove-organisation.tsx";

export type OrganisationTask = { kind: "add" } | { kind: "change" | "remove"; organisation: Organisation };

/** The registry: searched as one types, filtered, a page at a time. */
export function RegistryPanel({ edition }: { edition: Edition }) {
  const t = useMessages(organisationMessages);
  const { slug } = edition;
  const mayImport = useMay("organiser");
  const [search, setSearch] = useSearchParams();
  const filters = filtersIn(search);
  const asked = JSON.stringify(filters);
  // The cursors of the pages before belong to one search: with another, reading begins at its first page.
  const [place, setPlace] = useState<{ of: string; cursors: readonly string[] }>({ of: asked, cursors: [] });
  const page = useQuery(organisationsPage(slug, filters, place.of === asked ? place.cursors : []));
  const [task, setTask] = useState<OrganisationTask>();
  const close = () => setTask(undefined);

  const isFiltered = Object.keys(filters).length > 0;
  const rows = page.data?.items;
  const { nextCursor: next = null, cursors = [] } = page.data ?? {};
  const isEmpty = rows?.length === 0 && cursors.length === 0 && !page.isPlaceholderData;
  const turn = (to: readonly string[]) => {
    // Pressed twice: the page that was asked for first is on its way.
    if (page.isPlaceholderData) return;
    setPlace({ of: asked, cursors: to });
    window.scrollTo({ top: 0 });
  };
  const actions = (
    <Group gap="sm">
      {mayImport && (
        <Button
          component={Link}
          to={`/imports/${slug}`}
          variant={isEmpty && !isFiltered ? "filled" : "default"}
          leftSection={<IconFileImport size={18} aria-hidden />}
        >
          {t("importList")}
        </Button>
      )}
      <Button
        variant={isEmpty && !isFiltered && mayImport ? "default" : "filled"}
        leftSection={<IconPlus size={18} aria-hidden />}
        onClick={() => setTask({ kind: "add" })}
      >
        {t("add")}
      </Button>
    </Group>
  );
  return (
    <>
      {(isFiltered || !isEmpty) && <RegistryFilters>{actions}</RegistryFilters>}
      <ProblemAlert error={page.error} retry={() => void page.refetch()} />
      {!rows && !page.error && <PageSkeleton />}
      {isEmpty && isFiltered && (
        <EmptyState title={t("noneFound")} hint={t("noneFoundHint")}>
          <Button variant="default" onClick={() => setSearch({}, { replace: true })}>
            {t("clearFilters")}
          </Button>
        </EmptyState>
      )}
      {isEmpty && !isFiltered && (
        <EmptyState title={t("emptyTitle")} hint={t(mayImport ? "emptyHint" : "emptyHintRead")}>
          {actions}
        </EmptyState>
      )}
      {rows && (rows.length > 0 || cursors.length > 0) && (
        <div className="registry-rows" data-old={page.isPlaceholderData}>
          <OrganisationTable
            slug={slug}
            organisations={rows}
            onTask={setTask}
            paged={{
              key: [...organisationsKey(slug), "list", filters],
              hasMore: next !== null || cursors.length > 0,
              read: (query, signal) =>
                api.call(routes.listOrganisations, { params: { slug }, query: { ...filters, ...query }, signal }),
            }}
            footer={
              <PageTurner
                before={cursors.length * ORGANISATIONS_PER_PAGE}
                shown={rows.length}
                onPrevious={cursors.length > 0 ? () => turn(cursors.slice(0, -1)) : undefined}
                onNext={next === null ? undefined : () => turn([...cursors, next])}
              />
            }
          />
        </div>
      )}
      {task?.kind === "add" && <OrganisationForm edition={edition} onClose={close} />}
      {task?.kind === "change" && (
        <OrganisationForm edition={edition} organisation={task.organisation} onClose={close} />
      )}
      {task?.kind === "remove" && <RemoveOrganisation slug={slug} organisation={task.organisation} onClose={close} />}
    </>
  );
}
