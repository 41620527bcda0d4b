import type { AttendanceBreakdown, Edition } from "@abwab/contract";
import { formatNumber, Num, useLanguage, useMessages } from "@abwab/ui";
import { useMemo } from "react";
import { EmptyState } from "../app/empty-state.tsx";
import { ListTable } from "../app/list-table.tsx";
import { chartColours } from "../charts/chart-looks.ts";
import { ChartPanel } from "../charts/chart-panel.tsx";
import { categoryName } from "../pavilion/category-names.ts";
import { pavilionMessages } from "../pavilion/pavilion-messages.ts";
import { audienceMessages } from "./audience-messages.ts";
import { barOption } from "./bar-option.ts";

/** Visits by category, each with its share; staff are shown and have none. */
export function CategoriesPart({ breakdown, edition }: { breakdown: AttendanceBreakdown; edition: Edition }) {
  const t = useMessages(audienceMessages);
  const words = useMessages(pavilionMessages);
  const { language, direction } = useLanguage();
  const { categories, visits } = breakdown;
  const option = useMemo(
    () =>
      barOption(
        categories.map(({ category, visits: own }) => ({ name: categoryName(category, words), values: [own] })),
        [{ name: t("visits"), color: chartColours.today }],
        direction,
        (value) => formatNumber(value, language),
        t("categoriesLabel"),
      ),
    [categories, words, direction, language, t],
  );
  if (categories.length === 0) return <EmptyState title={t("nobodyTitle")} hint={t("nobodyHint")} />;
  return (
    <ChartPanel
      title={t("categories")}
      about={{ edition, asOf: breakdown.asOf }}
      label={t("categoriesLabel")}
      option={option}
      bars={categories.length}
      view={`${breakdown.day} ${direction} ${language} ${categories.length}`}
      hint={<p className="audience-note">{t("categoriesHint", { visits })}</p>}
      table={
        <ListTable
          caption={t("categoriesLabel")}
          name="categories"
          rows={categories}
          keyOf={({ category }) => category}
          columns={[
            {
              key: "category",
              value: ({ category }) => categoryName(category, words),
              title: t("category"),
              cell: ({ category }) => categoryName(category, words),
            },
            {
              key: "visits",
              value: (row) => row.visits,
              title: t("visits"),
              cell: (row) => <Num value={row.visits} />,
            },
            {
              key: "share",
              value: (row) => (row.category === "staff" || visits <= 0 ? null : row.visits / visits),
              title: t("share"),
              cell: (row) =>
                row.category === "staff" || visits <= 0 ? (
                  "–"
                ) : (
                  <Num value={row.visits / visits} percent decimals={1} />
                ),
            },
          ]}
        />
      }
    />
  );
}
