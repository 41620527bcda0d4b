import type { Zone } from "@abwab/contract";
import { formatNumber, localName, StatusBadge, uiMessages, useLanguage, useMessages } from "@abwab/ui";
import { Group } from "@mantine/core";
import { IconArrowDown, IconArrowUp, IconArrowsSort } from "@tabler/icons-react";
import { memo } from "react";
import { Link } from "react-router";
import { ScrollRegion } from "../app/scroll-region.tsx";
import { saveCsv } from "../tables/save-csv.ts";
import { SaveCsvButton } from "../tables/table-tools.tsx";
import type { BoardChoice, BoardSort } from "./board-selection.ts";
import { boardMessages } from "./board-messages.ts";
import type { CountStore } from "./count-store.ts";
import { liveMessages } from "./live-messages.ts";
import { useRow } from "./use-live-counts.ts";
import { density, fullness } from "./zone-measures.ts";

const columns = [
  "code",
  "name",
  "state",
  "entered",
  "exited",
  "inside",
  "fullness",
  "density",
  "pace",
  "edition",
  "kind",
] as const satisfies readonly BoardSort[];
/** Read from the first letter on; figures from the most on. */
const inWords: readonly BoardSort[] = ["code", "name", "kind", "state"];

export interface BoardTableProps {
  zones: readonly Zone[];
  slug: string;
  store: CountStore;
  view: BoardChoice;
  onChange: (change: { sort: BoardSort; reverse: boolean }) => void;
}

/** The rows of the board with every figure, ordered by any of them. */
export function BoardTable({ zones, slug, store, view, onChange }: BoardTableProps) {
  const t = useMessages(boardMessages);
  const live = useMessages(liveMessages);
  const ui = useMessages(uiMessages);
  const { language } = useLanguage();
  if (zones.length === 0) return <p className="tiles-none">{live("noneFound")}</p>;
  const save = () => {
    const rows = zones.map((zone) => {
      const row = store.row(zone.code);
      const status = row?.status ?? zone.status;
      const name = localName(zone.names, language);
      const state = ui(status === "open" ? "statusOpen" : status === "hold" ? "statusHold" : "statusClosed");
      const figures = [row?.enteredToday, row?.inside === null ? null : row?.exitedToday, row?.inside];
      const derived = [fullness(zone, row), density(zone, row), row?.perMinute, row?.enteredEdition];
      return [zone.code, name, state, ...[...figures, ...derived].map((each) => each ?? null), t(`one-${zone.kind}`)];
    });
    saveCsv(t("zones"), slug, [columns.map((column) => t(`column-${column}`)), ...rows], language);
  };
  return (
    <>
      <Group className="table-tools" justify="flex-end" mb="xs">
        <SaveCsvButton caption={t("zones")} onSave={save} />
      </Group>
      <ScrollRegion className="board-table card" label={t("table")}>
        <table>
          <caption className="visually-hidden">{t("table")}</caption>
          <thead>
            <tr>
              {columns.map((column) => (
                <SortableHead key={column} column={column} view={view} onChange={onChange} />
              ))}
            </tr>
          </thead>
          <tbody>
            {zones.map((zone) => (
              <TableRow key={zone.code} zone={zone} to={`/live/${slug}/${zone.code}`} store={store} />
            ))}
          </tbody>
        </table>
      </ScrollRegion>
    </>
  );
}

type SortableHeadProps = Pick<BoardTableProps, "view" | "onChange"> & { column: BoardSort };

function SortableHead({ column, view, onChange }: SortableHeadProps) {
  const t = useMessages(boardMessages);
  const chosen = view.filter === "busiest" ? column === "pace" : view.sort === column;
  const rises = inWords.includes(column) !== view.reverse;
  const Icon = !chosen ? IconArrowsSort : rises ? IconArrowUp : IconArrowDown;
  return (
    <th
      scope="col"
      data-column={column}
      data-figure={!inWords.includes(column)}
      aria-sort={chosen ? (rises ? "ascending" : "descending") : undefined}
    >
      <button type="button" onClick={() => onChange({ sort: column, reverse: chosen && !view.reverse })}>
        {t(`column-${column}`)} <Icon size={15} aria-hidden />
      </button>
    </th>
  );
}

interface TableRowProps {
  zone: Zone;
  to: string;
  store: CountStore;
}

/** It re-renders when its own row changed, and not with its neighbours'. */
const TableRow = memo(function TableRow({ zone, to, store }: TableRowProps) {
  const t = useMessages(boardMessages);
  const { language } = useLanguage();
  const row = useRow(store, zone.code);
  const share = fullness(zone, row);
  const load = row?.flags.includes("over_capacity") ? "over" : undefined;
  const figure = (value: number | null | undefined, style = {}) =>
    value === undefined || value === null ? "–" : formatNumber(value, language, style);
  const exits = row?.inside === null ? t("notCounted") : figure(row?.exitedToday);
  const pace = row && { decimals: row.perMinute < 10 ? 1 : 0 };
  return (
    <tr data-load={load} data-zone={zone.code}>
      <ZoneCells zone={zone} to={to} status={row?.status ?? zone.status} />
      <td className="board-figure board-main">{figure(row?.enteredToday)}</td>
      <td className="board-figure">{exits}</td>
      <td className="board-figure" data-negative={(row?.inside ?? 0) < 0}>
        {row?.inside === null ? t("notCounted") : figure(row?.inside)}
      </td>
      <td className="board-figure">
        {share === undefined ? (
          "–"
        ) : (
          <span className="board-share">
            <span className="board-bar" aria-hidden>
              <span style={{ inlineSize: `${Math.min(100, Math.max(0, share * 100))}%` }} />
            </span>
            {formatNumber(share, language, { percent: true })}
          </span>
        )}
      </td>
      <td className="board-figure">{figure(density(zone, row), { decimals: 2 })}</td>
      <td className="board-figure">{figure(row?.perMinute, pace)}</td>
      <td className="board-figure">{figure(row?.enteredEdition)}</td>
      <td>{t(`one-${zone.kind}`)}</td>
    </tr>
  );
});

/** What a tick does not change. */
const ZoneCells = memo(function ZoneCells({ zone, to, status }: { zone: Zone; to: string; status: Zone["status"] }) {
  const { language } = useLanguage();
  return (
    <>
      <td className="board-code">
        <bdi>{zone.code}</bdi>
      </td>
      <th scope="row">
        <Link to={to}>{localName(zone.names, language)}</Link>
      </th>
      <td>
        <StatusBadge status={status} />
      </td>
    </>
  );
});
