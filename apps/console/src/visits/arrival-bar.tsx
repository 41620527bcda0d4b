import type { Visit } from "@abwab/contract";
import { Num, useMessages } from "@abwab/ui";
import { Progress } from "@mantine/core";
import { headsOf, shareArrived } from "./visit-board.ts";
import { visitMessages } from "./visit-messages.ts";

/** Expected against arrived: how full the group is, and in figures who of it. */
export function ArrivalBar({ visit }: { visit: Visit }) {
  const t = useMessages(visitMessages);
  const [arrived, expected] = [headsOf(visit.arrived), headsOf(visit)];
  const isMore = arrived > expected;
  return (
    <div className="arrival">
      <div className="arrival-figures">
        <span className="arrival-count" data-more={isMore}>
          <Num value={arrived} className="arrival-arrived" />
          <span className="visually-hidden"> {t("arrived")}, </span>
          <span aria-hidden> / </span>
          <Num value={expected} />
          <span className="visually-hidden"> {t("expected")}</span>
        </span>
        <span className="arrival-parts">
          {t("pupils")} <Part arrived={visit.arrived.pupils} expected={visit.pupils} /> · {t("adults")}{" "}
          <Part arrived={visit.arrived.adults} expected={visit.adults} />
        </span>
      </div>
      <Progress
        value={100 * shareArrived(visit)}
        color={isMore ? "brass" : "forest"}
        size="md"
        aria-label={t("arrived")}
      />
    </div>
  );
}

function Part({ arrived, expected }: { arrived: number; expected: number }) {
  return (
    <bdi dir="ltr">
      <Num value={arrived} />/<Num value={expected} />
    </bdi>
  );
}
