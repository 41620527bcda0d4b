import { organisationType, type Edition } from "@abwab/contract";
import {
  formatNumber,
  LiveNumber,
  Num,
  organisationTypesTexts,
  organisationWords,
  useLanguage,
  useMessages,
} from "@abwab/ui";
import { Progress, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { EmptyState } from "../app/empty-state.tsx";
import { ListTable, type Column } from "../app/list-table.tsx";
import { PageSkeleton } from "../app/page-skeleton.tsx";
import { ProblemAlert } from "../app/problem-alert.tsx";
import { representedFigures, sumOf, type RepresentedRow } from "./represented-figures.ts";
import { representedMessages } from "./represented-messages.ts";
import { representedQuery } from "./visit-queries.ts";

/** Who is represented: organisations that arrived, beside those that were invited and those that booked. */
export function RepresentedPanel({ edition }: { edition: Edition }) {
  const t = useMessages(representedMessages);
  const represented = useQuery(representedQuery(edition.slug));
  const rows = represented.data;
  return (
    <>
      <Text c="dimmed" mb="md">
        {t("hint")}
      </Text>
      <ProblemAlert error={represented.error} retry={() => void represented.refetch()} />
      {!rows && !represented.error && <PageSkeleton />}
      {rows?.length === 0 && <EmptyState title={t("emptyTitle")} hint={t("emptyHint")} />}
      {rows && rows.length > 0 && (
        <>
          <Headline rows={rows} />
          <RepresentedTable rows={rows} />
        </>
      )}
    </>
  );
}

function Headline({ rows }: { rows: readonly RepresentedRow[] }) {
  const t = useMessages(representedMessages);
  const words = useMessages(organisationWords);
  const { language } = useLanguage();
  const types = organisationType.options
    .map((type) => ({ type, ...sumOf(rows.filter((row) => row.type === type)) }))
    .filter(({ invited, arrived }) => invited + arrived > 0);
  return (
    <dl className="represented-types">
      {types.map(({ type, invited, arrived }) => {
        const share = invited === 0 ? 0 : Math.min(1, arrived / invited);
        return (
          <div key={type} className="total card" data-type={type}>
            <dt className="total-name">
              {words(organisationTypesTexts[type])} · {t("represented")}
            </dt>
            <dd className="total-value">
              <LiveNumber value={arrived} />
            </dd>
            <dd className="visit-total-note">
              <Progress value={100 * share} size="sm" aria-label={t("represented")} />
              {t("ofInvited", { share: formatNumber(share, language, { percent: true }), invited })}
            </dd>
          </div>
        );
      })}
    </dl>
  );
}

function RepresentedTable({ rows }: { rows: readonly RepresentedRow[] }) {
  const t = useMessages(representedMessages);
  const words = useMessages(organisationWords);
  type Line = ReturnType<typeof representedFigures>[number];
  const figure = (key: "invited" | "booked" | "arrived" | "pupils" | "adults"): Column<Line> => ({
    key,
    value: (line) => line[key],
    title: t(key),
    cell: (line) => <Num value={line[key]} className={line.of === "all" ? "represented-all" : ""} />,
  });
  const columns: Column<Line>[] = [
    {
      key: "sort",
      value: (line) =>
        line.of === "all"
          ? t("all")
          : line.of === "type"
            ? words(organisationTypesTexts[line.type])
            : line.kind === null
              ? t("kindUnknown")
              : words(line.kind),
      title: t("sort"),
      cell: (line) => {
        if (line.of === "all") return <strong>{t("all")}</strong>;
        if (line.of === "type") return <strong>{words(organisationTypesTexts[line.type])}</strong>;
        return <span className="represented-kind">{line.kind === null ? t("kindUnknown") : words(line.kind)}</span>;
      },
    },
    figure("invited"),
    figure("booked"),
    figure("arrived"),
    figure("pupils"),
    figure("adults"),
  ];
  return (
    <ListTable caption={t("caption")} columns={columns} rows={representedFigures(rows)} keyOf={({ key }) => key} />
  );
}
