import type { Zone } from "@abwab/contract";
import { LiveNumber, formatNumber, useLanguage, useMessages } from "@abwab/ui";
import { Alert } from "@mantine/core";
import { IconAlertTriangle } from "@tabler/icons-react";
import type { ReactNode } from "react";
import { fullness } from "../live/zone-measures.ts";
import type { CountStore } from "../live/count-store.ts";
import { useRow } from "../live/use-live-counts.ts";
import { pavilionMessages } from "./pavilion-messages.ts";

/** The live figures of one zone, large. */
export function ZoneFigures({ zone, store }: { zone: Zone; store: CountStore }) {
  const t = useMessages(pavilionMessages);
  const { language } = useLanguage();
  const row = useRow(store, zone.code);
  const share = fullness(zone, row);
  const capacity =
    zone.capacity === null || share === undefined
      ? t("noCapacity")
      : t("ofCapacity", {
          share: formatNumber(Math.max(0, share), language, { percent: true }),
          capacity: zone.capacity,
        });
  return (
    <>
      <dl className="zone-figures">
        <Figure name={t("enteredToday")} main>
          {row ? <LiveNumber value={row.enteredToday} /> : "–"}
        </Figure>
        <Figure name={t("inside")} note={row?.inside === null ? undefined : capacity}>
          {!row && "–"}
          {row?.inside === null && <span className="total-none">{t("exitsNotCounted")}</span>}
          {row && row.inside !== null && <LiveNumber value={row.inside} />}
        </Figure>
        <Figure name={t("perMinute")}>
          {row ? <LiveNumber value={row.perMinute} decimals={row.perMinute < 10 ? 1 : 0} /> : "–"}
        </Figure>
        <Figure name={t("exitedToday")}>
          {row?.inside === null ? (
            <span className="total-none">{t("exitsNotCounted")}</span>
          ) : row ? (
            <LiveNumber value={row.exitedToday} />
          ) : (
            "–"
          )}
        </Figure>
        <Figure name={t("enteredEdition")}>{row ? <LiveNumber value={row.enteredEdition} /> : "–"}</Figure>
      </dl>
      {row?.flags.includes("negative") && <Warning>{t("flagNegative")}</Warning>}
      {row?.flags.includes("over_capacity") && <Warning>{t("flagOver")}</Warning>}
    </>
  );
}

interface FigureProps {
  name: string;
  note?: string | undefined;
  main?: boolean;
  children: ReactNode;
}

function Figure({ name, note, main = false, children }: FigureProps) {
  return (
    <div className="card zone-figure" data-main={main}>
      <dt>{name}</dt>
      <dd>{children}</dd>
      {note && <dd className="zone-note">{note}</dd>}
    </div>
  );
}

const Warning = ({ children }: { children: ReactNode }) => (
  <Alert color="clay" mb="md" icon={<IconAlertTriangle aria-hidden />}>
    {children}
  </Alert>
);
