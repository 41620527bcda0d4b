import { formatDate, formatTime, isolate, localName, useLanguage, useMessages } from "@abwab/ui";
import type { Edition } from "@abwab/contract";
import { Button, Menu } from "@mantine/core";
import { IconDownload, IconFileTypeCsv, IconFileTypePng, IconFileTypeSvg } from "@tabler/icons-react";
import { useMutation } from "@tanstack/react-query";
import type { EChartsCoreOption } from "echarts/core";
import { ProblemAlert } from "../app/problem-alert.tsx";
import type { LegendEntry } from "./chart-legend.tsx";
import { chartMessages } from "./chart-messages.ts";

/** What a saved chart says beside its drawing: out of the page nothing else tells what it shows. */
export interface ChartAbout {
  edition: Edition;
  /** The moment that its figures are of. */
  asOf: string | number;
  /** What it is called away from its page, where its heading alone says too little. */
  title?: string;
}

export interface SaveChartProps {
  title: string;
  option: EChartsCoreOption;
  about: ChartAbout;
  legend?: readonly LegendEntry[] | undefined;
}

const kinds = [
  { kind: "png", icon: IconFileTypePng },
  { kind: "svg", icon: IconFileTypeSvg },
  { kind: "csv", icon: IconFileTypeCsv },
] as const;
type Kind = (typeof kinds)[number]["kind"];

/** Saves a chart as a picture that stands by itself, or its figures as a table. */
export function SaveChart({ title: heading, option, about, legend }: SaveChartProps) {
  const { edition, asOf, title = heading } = about;
  const t = useMessages(chartMessages);
  const { language, direction } = useLanguage();
  const save = useMutation({
    mutationFn: async (kind: Kind) => {
      // None of it is needed before somebody saves a chart.
      if (kind === "csv") {
        const [{ saveCsv }, { rowsOf }] = await Promise.all([
          import("../tables/save-csv.ts"),
          import("./chart-rows.ts"),
        ]);
        return saveCsv(title, edition.slug, rowsOf(option), language);
      }
      const [{ svgOf, pngOf }, { download }] = await Promise.all([
        import("./chart-picture.ts"),
        import("./download.ts"),
      ]);
      const name = `${edition.slug} ${title}`;
      const { timeZone } = edition;
      const time = `${formatDate(asOf, language, "long", timeZone)} ${formatTime(asOf, language, { timeZone })}`;
      const svg = await svgOf({
        option,
        title,
        subtitle: t("pictureOf", { edition: isolate(localName(edition.names, language)), time: isolate(time) }),
        source: t("source"),
        direction,
        language,
        legend,
      });
      if (kind === "svg") download(svg, "image/svg+xml", `${name}.svg`);
      else download(await pngOf(svg), "image/png", `${name}.png`);
    },
  });
  return (
    <>
      <Menu position="bottom-end" withinPortal>
        <Menu.Target>
          <Button
            variant="subtle"
            size="compact-md"
            loading={save.isPending}
            leftSection={<IconDownload size={17} aria-hidden />}
            aria-label={t("saveOf", { title: isolate(heading) })}
          >
            {t("save")}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {kinds.map(({ kind, icon: Icon }) => (
            <Menu.Item key={kind} leftSection={<Icon size={17} aria-hidden />} onClick={() => save.mutate(kind)}>
              {t(kind)}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
      <ProblemAlert error={save.error} />
    </>
  );
}
