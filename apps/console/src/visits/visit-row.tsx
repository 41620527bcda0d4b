import type { Edition, Visit } from "@abwab/contract";
import { formatTime, organisationName, organisationWords, useLanguage, useMessages } from "@abwab/ui";
import { Badge } from "@mantine/core";
import { IconAlertTriangle, IconWalk } from "@tabler/icons-react";
import type { ReactNode } from "react";
import { ArrivalBar } from "./arrival-bar.tsx";
import { visitMessages } from "./visit-messages.ts";
import { VisitStateBadge } from "./visit-state-badge.tsx";

export interface VisitRowProps {
  edition: Edition;
  visit: Visit;
  menu: ReactNode;
}

/** One group: whose it is, expected against arrived, its state in words, and what to look at twice. */
export function VisitRow({ edition, visit, menu }: VisitRowProps) {
  const t = useMessages(visitMessages);
  const words = useMessages(organisationWords);
  const { language } = useLanguage();
  const { organisation, arrived } = visit;
  const time = (at: string) => formatTime(at, language, { timeZone: edition.timeZone });
  return (
    <li className="visit" data-state={visit.state}>
      <div className="visit-whose">
        <span className="visit-name">
          <bdi>{organisationName(organisation, language)}</bdi>
        </span>
        <span className="visit-where">
          {words(organisation.kind ?? organisation.type)}
          {organisation.city !== null && (
            <>
              {" · "}
              <bdi>{organisation.city}</bdi>
            </>
          )}
        </span>
      </div>
      <ArrivalBar visit={visit} />
      <div className="visit-marks">
        <VisitStateBadge state={visit.state} />
        {visit.ratioExceeded && (
          <Badge color="clay" variant="outline" leftSection={<IconAlertTriangle size="1.15em" aria-hidden />}>
            {t("ratioExceeded")}
          </Badge>
        )}
        {visit.walkIn && (
          <Badge color="sand" variant="outline" leftSection={<IconWalk size="1.15em" aria-hidden />}>
            {t("walkIn")}
          </Badge>
        )}
        {arrived.firstAt !== null && (
          <span className="visit-when">{t("firstAt", { time: time(arrived.firstAt) })}</span>
        )}
        {arrived.lastAt !== null && arrived.lastAt !== arrived.firstAt && (
          <span className="visit-when">{t("lastAt", { time: time(arrived.lastAt) })}</span>
        )}
      </div>
      <div className="visit-menu">{menu}</div>
    </li>
  );
}
