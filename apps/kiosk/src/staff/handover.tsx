import { formatTime, Num, useLanguage, useMessages } from "@abwab/ui";
import { IconArrowsExchange, IconLock } from "@tabler/icons-react";
import { useEffect, useState } from "react";
import { Sheet } from "../app/sheet.tsx";
import type { OutboxStore, OutboxView, ShiftTally } from "../outbox/index.ts";
import type { Shift } from "./staff-desk.ts";
import { staffMessages } from "./staff-messages.ts";
import { staffDesk } from "./this-desk.ts";

interface HandoverProps {
  readonly shift: Shift;
  readonly store: OutboxStore;
  readonly view: OutboxView;
  readonly timeZone: string;
}

/** Who is on duty, and how they leave: for a moment, or for good. */
export function Handover({ shift, store, view, timeZone }: HandoverProps) {
  const t = useMessages(staffMessages);
  const { language } = useLanguage();
  const [open, setOpen] = useState(false);
  return (
    <section>
      <h3>{t("shift")}</h3>
      <p className="handover-duty">
        <span>{t("onDuty")}</span> <bdi>{shift.operator}</bdi>{" "}
        <span>{t("since", { time: formatTime(shift.startedAt, language, { timeZone }) })}</span>
      </p>
      <div className="choice-row">
        <button type="button" className="button" onClick={() => staffDesk.lock()}>
          <IconLock aria-hidden />
          {t("lock")}
        </button>
        <button type="button" className="button" onClick={() => setOpen(true)}>
          <IconArrowsExchange aria-hidden />
          {t("handOver")}
        </button>
      </div>
      {open && <Summary shift={shift} store={store} view={view} onBack={() => setOpen(false)} />}
    </section>
  );
}

interface SummaryProps extends Omit<HandoverProps, "timeZone"> {
  readonly onBack: () => void;
}

function Summary({ shift, store, view, onBack }: SummaryProps) {
  const t = useMessages(staffMessages);
  const tally = useShiftTally(shift.id, store);
  return (
    <Sheet title={t("summaryTitle")} onClose={onBack}>
      <dl className="handover-figures">
        <Figure name={t("entries")} value={tally?.entries ?? 0} />
        <Figure name={t("personsIn")} value={tally?.in ?? 0} />
        <Figure name={t("personsOut")} value={tally?.out ?? 0} />
        <Figure name={t("waiting")} value={view.pending} tone={view.pending > 0 ? "warn" : undefined} />
        <Figure name={t("refused")} value={view.refused.length} tone={view.refused.length > 0 ? "bad" : undefined} />
      </dl>
      {view.pending > 0 && <p className="sheet-note">{t("waitingNote")}</p>}
      {view.refused.length > 0 && <p className="sheet-note">{t("refusedNote")}</p>}
      <div className="choice-row">
        <button type="button" className="button" onClick={onBack}>
          {t("back")}
        </button>
        <button type="button" className="button button-strong" onClick={() => staffDesk.signOff()}>
          {t("endShift")}
        </button>
      </div>
    </Sheet>
  );
}

function Figure({ name, value, tone }: { name: string; value: number; tone?: "warn" | "bad" | undefined }) {
  return (
    <div className="handover-figure" data-tone={tone}>
      <dt>{name}</dt>
      <dd>
        <Num value={value} />
      </dd>
    </div>
  );
}

function useShiftTally(shift: string, store: OutboxStore): ShiftTally | undefined {
  const [tally, setTally] = useState<ShiftTally>();
  const [failure, setFailure] = useState<Error>();
  useEffect(() => {
    const fail = (error: unknown) => setFailure(new Error("the shift's tally can't be read", { cause: error }));
    store.shiftTally(shift).then(setTally, fail);
  }, [shift, store]);
  if (failure) throw failure;
  return tally;
}
