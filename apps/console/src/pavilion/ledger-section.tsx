import type { Edition, LedgerRow, Zone } from "@abwab/contract";
import { useMessages } from "@abwab/ui";
import { Button, SegmentedControl, Skeleton, Text, Title } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useMemo, useState } from "react";
import { appMessages } from "../app/app-messages.ts";
import { ProblemAlert } from "../app/problem-alert.tsx";
import { devicesQuery } from "../devices/device-queries.ts";
import { ledgerMessages } from "./ledger-messages.ts";
import { LedgerTable } from "./ledger-table.tsx";
import { ledgerWindows, useLatestRows, type LedgerWindow } from "./use-latest-rows.ts";
import { VoidDialog } from "./void-dialog.tsx";

const windowTexts = { ten: "windowTen", hour: "windowHour", day: "windowDay" } as const;
const SHOWN = 20;

export interface LedgerSectionProps {
  edition: Edition;
  zone: Zone;
  /** The day that the live figures speak of. */
  today: string;
  /** Whether that day is under way. */
  isNow: boolean;
}

/** The latest rows of a zone's ledger: crossings, and how they were corrected and why. */
export function LedgerSection({ edition, zone, today, isNow }: LedgerSectionProps) {
  const t = useMessages(ledgerMessages);
  const app = useMessages(appMessages);
  const [window, setWindow] = useState<LedgerWindow>(isNow ? "ten" : "day");
  const [show, setShow] = useState<"all" | "corrections">("all");
  const [most, setMost] = useState(SHOWN);
  const [voiding, setVoiding] = useState<LedgerRow>();
  const latest = useLatestRows(edition, zone.code, window, today);
  const { data: devices = [] } = useQuery(devicesQuery(edition.slug));
  const rows = latest.data?.rows;
  const voided = useMemo(() => new Set(rows?.flatMap(({ voids }) => (voids === undefined ? [] : [voids]))), [rows]);
  const wanted = rows?.filter(({ kind }) => show === "all" || kind !== "entry").toReversed();
  return (
    <section className="ledger" aria-labelledby="ledger-title">
      <div className="ledger-head">
        <div>
          <Title order={2} size="h4" id="ledger-title">
            {t("title")}
          </Title>
          <p className="zone-note">{t("hint")}</p>
        </div>
        <div className="ledger-controls">
          <SegmentedControl
            aria-label={t("window")}
            value={window}
            onChange={(next: LedgerWindow) => setWindow(next)}
            data={ledgerWindows.map((value) => ({ value, label: t(windowTexts[value]) }))}
          />
          <SegmentedControl
            aria-label={t("show")}
            value={show}
            onChange={(next: "all" | "corrections") => setShow(next)}
            data={[
              { value: "all", label: t("showAll") },
              { value: "corrections", label: t("showCorrections") },
            ]}
          />
        </div>
      </div>
      <ProblemAlert error={latest.error} retry={() => void latest.refetch()} />
      {!wanted && !latest.error && <Skeleton height={200} />}
      {latest.data?.isComplete === false && (
        <Text c="dimmed" role="status">
          {t("reading")}
        </Text>
      )}
      {wanted?.length === 0 && latest.data?.isComplete && <Text c="dimmed">{t("empty")}</Text>}
      {wanted && wanted.length > 0 && (
        <LedgerTable
          edition={edition}
          rows={wanted.slice(0, most)}
          voided={voided}
          devices={devices}
          onVoid={setVoiding}
        />
      )}
      {wanted && wanted.length > most && (
        <Button variant="default" mt="sm" onClick={() => setMost(most + 3 * SHOWN)}>
          {app("loadMore")}
        </Button>
      )}
      {voiding && <VoidDialog edition={edition} row={voiding} onClose={() => setVoiding(undefined)} />}
    </section>
  );
}
