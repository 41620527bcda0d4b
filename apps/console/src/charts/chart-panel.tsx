import { useMessages } from "@abwab/ui";
import { Button, Group, Skeleton, Title } from "@mantine/core";
import { IconChartHistogram, IconTable } from "@tabler/icons-react";
import type { EChartsCoreOption } from "echarts/core";
import { lazy, Suspense, useId, useState, type ReactNode } from "react";
import { ScrollRegion } from "../app/scroll-region.tsx";
import { ChartLegend, type LegendEntry } from "./chart-legend.tsx";
import { chartMessages } from "./chart-messages.ts";
import { type ChartAbout, SaveChart } from "./save-chart.tsx";
import "./charts.css";

const Chart = lazy(() => import("./chart.tsx"));

export interface ChartPanelProps {
  title: string;
  /** What the chart shows, for who does not see it. */
  label: string;
  option: EChartsCoreOption;
  /** Another chart, not the same one with fresh figures, when this differs. */
  view: string;
  /** The chart's figures to read, hear or copy. */
  table: ReactNode;
  hint?: ReactNode;
  legend?: readonly LegendEntry[];
  about: ChartAbout;
  /** How many bars lie under each other: the chart is as high as they need, and no higher than any. */
  bars?: number;
}

/** A chart with its figures as a table behind a button. */
export function ChartPanel({ title, label, option, view, table, hint, legend, about, bars }: ChartPanelProps) {
  const t = useMessages(chartMessages);
  const id = useId();
  const [asTable, setAsTable] = useState(false);
  return (
    <section className="card chart-panel" aria-labelledby={id}>
      <div className="chart-head">
        <Title order={2} size="h4" id={id}>
          {title}
        </Title>
        <Group gap="xs">
          <SaveChart title={title} option={option} about={about} legend={legend} />
          <Button
            variant="subtle"
            size="compact-md"
            onClick={() => setAsTable(!asTable)}
            leftSection={asTable ? <IconChartHistogram size={17} aria-hidden /> : <IconTable size={17} aria-hidden />}
          >
            {asTable ? t("showChart") : t("showTable")}
          </Button>
        </Group>
      </div>
      {hint}
      {asTable ? (
        <ScrollRegion className="chart-table" label={label}>
          {table}
        </ScrollRegion>
      ) : (
        <>
          {legend && <ChartLegend entries={legend} />}
          <Suspense fallback={<Skeleton height={320} mt="md" />}>
            <Chart key={view} className="chart" option={option} label={label} bars={bars} />
          </Suspense>
        </>
      )}
    </section>
  );
}
