import { routes, type Conflict, type Edition, showPassCode } from "@abwab/contract";
import { formatDate, formatTime, localName, useLanguage, useMessages } from "@abwab/ui";
import { ActionIcon, NativeSelect, Tooltip } from "@mantine/core";
import { IconArrowBackUp } from "@tabler/icons-react";
import { useInfiniteQuery } from "@tanstack/react-query";
import { type ReactNode, useEffect, useState } from "react";
import { useSearchParams } from "react-router";
import { api } from "../app/api.ts";
import { EmptyState } from "../app/empty-state.tsx";
import { ListTable, type Column } from "../app/list-table.tsx";
import type { PagedList } from "../tables/use-whole-list.ts";
import { LoadMore } from "../app/load-more.tsx";
import { PageHeader } from "../app/page-header.tsx";
import { PageSkeleton } from "../app/page-skeleton.tsx";
import { ProblemAlert } from "../app/problem-alert.tsx";
import { ReasonDialog } from "../app/reason-dialog.tsx";
import { RoleGate } from "../app/role-gate.tsx";
import { useSlug } from "../app/use-slug.ts";
import { useEdition, useZones } from "../editions/edition-queries.ts";
import { conflictMessages } from "./conflict-messages.ts";
import { localMoment } from "../tables/cell-value.ts";
import { timeBetween } from "./time-between.ts";

const PAGE = 50;
const REFRESH_MS = 15_000;
const conflictsKey = (slug: string) => ["editions", slug, "conflicts"] as const;

export function ConflictsPage() {
  const slug = useSlug();
  const edition = useEdition(slug);
  return (
    <RoleGate needed="supervisor" ofZones>
      {edition ? <Conflicts key={slug} edition={edition} /> : <PageSkeleton />}
    </RoleGate>
  );
}

/** Passes that came in more than their zone's policy allows, with the two crossings beside each other. */
function Conflicts({ edition }: { edition: Edition }) {
  const t = useMessages(conflictMessages);
  const { language } = useLanguage();
  const { slug } = edition;
  const [search, setSearch] = useSearchParams();
  const zone = search.get("zone") ?? "";
  const zones = useZones(slug);
  const [voiding, setVoiding] = useState<Conflict>();
  const conflicts = useInfiniteQuery({
    queryKey: [...conflictsKey(slug), zone],
    queryFn: ({ pageParam }) =>
      api.call(routes.listConflicts, {
        params: { slug },
        query: { limit: PAGE, ...(zone === "" ? {} : { zone }), ...(pageParam === null ? {} : { cursor: pageParam }) },
      }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
    refetchInterval: REFRESH_MS,
  });
  const rows = conflicts.data?.pages.flatMap((page) => page.items);
  // The service looks at a stretch of the ledger at a time: one with no conflict in it says nothing of the next.
  const isLooking = rows?.length === 0 && conflicts.hasNextPage && conflicts.error === null;
  const { fetchNextPage, isFetchingNextPage } = conflicts;
  useEffect(() => {
    if (isLooking && !isFetchingNextPage) void fetchNextPage();
  }, [isLooking, isFetchingNextPage, fetchNextPage]);
  return (
    <div className="page">
      <PageHeader title={t("title")} hint={t("hint")} />
      <NativeSelect
        mb="md"
        maw={360}
        aria-label={t("zone")}
        value={zone}
        onChange={({ currentTarget: { value } }) => {
          const asked = new URLSearchParams(search);
          if (value === "") asked.delete("zone");
          else asked.set("zone", value);
          setSearch(asked, { replace: true });
        }}
        data={[
          { value: "", label: t("anyZone") },
          ...(zones.data ?? []).map(({ code, names }) => ({
            value: code,
            label: `${code} ${localName(names, language)}`,
          })),
        ]}
      />
      <ProblemAlert error={conflicts.error} retry={() => void conflicts.refetch()} />
      {(!rows || isLooking) && !conflicts.error && <PageSkeleton />}
      {rows?.length === 0 && !isLooking && <EmptyState title={t("emptyTitle")} hint={t("emptyHint")} />}
      {rows && rows.length > 0 && (
        <ConflictTable
          edition={edition}
          conflicts={rows}
          onVoid={setVoiding}
          paged={{
            key: [...conflictsKey(slug), zone],
            hasMore: conflicts.hasNextPage,
            read: (query, signal) =>
              api.call(routes.listConflicts, {
                params: { slug },
                query: { ...query, ...(zone === "" ? {} : { zone }) },
                signal,
              }),
          }}
          footer={<LoadMore list={conflicts} />}
        />
      )}
      {rows?.length === 0 && !isLooking && <LoadMore list={conflicts} />}
      {voiding && (
        <ReasonDialog
          title={t("voidTitle")}
          text={t("voidText")}
          reasonLabel={t("reason")}
          submit={t("voidSecond")}
          act={(body) => api.call(routes.voidEntry, { params: { id: voiding.second.entryId }, body })}
          refresh={conflictsKey(slug)}
          onClose={() => setVoiding(undefined)}
        />
      )}
    </div>
  );
}

interface ConflictTableProps {
  edition: Edition;
  conflicts: readonly Conflict[];
  onVoid: (conflict: Conflict) => void;
  paged: PagedList<Conflict>;
  footer: ReactNode;
}

function ConflictTable({ edition, conflicts, onVoid, paged, footer }: ConflictTableProps) {
  const t = useMessages(conflictMessages);
  const sideOf = ({ placedAt, checkpoint, zone, device, operator }: Conflict["first"]) =>
    [localMoment(placedAt, edition.timeZone), checkpoint ?? zone, device?.name, operator].filter(Boolean).join(" ");
  const columns: Column<Conflict>[] = [
    {
      key: "pass",
      value: ({ pass }) => (pass === null ? t("unknownPass") : showPassCode(pass.code)),
      title: t("pass"),
      cell: ({ pass }) =>
        pass === null ? (
          t("unknownPass")
        ) : (
          <span>
            <bdi dir="ltr" className="pass-code-link">
              {showPassCode(pass.code)}
            </bdi>{" "}
            {pass.label !== null && <bdi>{pass.label}</bdi>}
          </span>
        ),
    },
    {
      key: "first",
      value: ({ first }) => sideOf(first),
      title: t("first"),
      cell: ({ first }) => <Side of={first} edition={edition} />,
    },
    {
      key: "second",
      value: ({ second }) => sideOf(second),
      title: t("second"),
      cell: ({ second }) => <Side of={second} edition={edition} />,
    },
    {
      key: "between",
      value: ({ secondsBetween }) => secondsBetween,
      title: t("between"),
      cell: ({ secondsBetween }) => {
        const { unit, value } = timeBetween(secondsBetween);
        return <bdi className="abwab-number">{t(unit, { value })}</bdi>;
      },
    },
    { key: "rule", value: ({ mode }) => t(mode), title: t("rule"), cell: ({ mode }) => t(mode) },
  ];
  return (
    <ListTable
      caption={t("title")}
      columns={columns}
      rows={conflicts}
      keyOf={({ second }) => second.entryId}
      paged={paged}
      footer={footer}
      menu={(conflict) => (
        <Tooltip label={t("voidSecond")}>
          <ActionIcon
            variant="subtle"
            color="clay"
            size="lg"
            aria-label={t("voidSecond")}
            onClick={() => onVoid(conflict)}
          >
            <IconArrowBackUp size={18} aria-hidden />
          </ActionIcon>
        </Tooltip>
      )}
    />
  );
}

function Side({ of: side, edition }: { of: Conflict["first"]; edition: Edition }) {
  const t = useMessages(conflictMessages);
  const { language } = useLanguage();
  return (
    <span>
      <bdi className="abwab-number">
        {formatDate(side.placedAt, language, "short", edition.timeZone)}{" "}
        {formatTime(side.placedAt, language, { timeZone: edition.timeZone, seconds: true })}
      </bdi>{" "}
      <bdi className="device-door">{side.checkpoint ?? side.zone}</bdi> {side.device && <bdi>{side.device.name}</bdi>}{" "}
      {side.operator !== null && t("by", { code: side.operator })}
    </span>
  );
}
