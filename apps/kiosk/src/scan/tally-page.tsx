import type { DeviceConfiguration, ZoneNotice } from "@abwab/contract";
import { useMessages } from "@abwab/ui";
import { useCallback, useState, type ReactNode } from "react";
import { Sheet } from "../app/sheet.tsx";
import { useNow } from "../app/use-now.ts";
import { useOnline } from "../app/use-online.ts";
import { canUndo, type OutboxView, type RunningOutbox } from "../outbox/index.ts";
import { Choices } from "./choices.tsx";
import { Door } from "./door.tsx";
import { HeadcountPad } from "./headcount-pad.tsx";
import { EntryLine, LastEntries } from "./last-entries.tsx";
import { Notices } from "./notices.tsx";
import { QuickCounts } from "./quick-counts.tsx";
import { RefusedList } from "./refused-list.tsx";
import { scanMessages } from "./scan-messages.ts";
import { SendingLine } from "./sending-line.tsx";
import { sendingStateOf } from "./sending-state.ts";
import { latestRow, shownFigures, waitingToday } from "./shown-figures.ts";
import { TallyHeader } from "./tally-header.tsx";
import { useKeyboard } from "./use-keyboard.ts";
import { useLiveRow } from "./use-live-row.ts";
import { useTally } from "./use-tally.ts";
import { useWakeLock } from "./use-wake-lock.ts";
import { ZoneFigures } from "./zone-figures.tsx";

interface TallyPageProps {
  readonly token: string;
  readonly configuration: DeviceConfiguration;
  readonly running: RunningOutbox;
  readonly view: OutboxView;
  readonly dayOf: (at: number) => string;
  readonly onNotice: (notice: ZoneNotice) => void;
  /** The organisers have changed something: the configuration is to be read again. */
  readonly onConfiguration: () => void;
  readonly updateReady: boolean;
  /** What staff must know of the device itself. */
  readonly notices?: ReactNode;
  readonly onSettings: () => void;
}

type Open = "none" | "last" | "refused" | { readonly pad: string };

/** The screen of a shift: tap, see it counted, take it back. */
export function TallyPage(props: TallyPageProps) {
  const { token, configuration, running, view, dayOf, updateReady, notices, onSettings } = props;
  const { edition, zone, checkpoint, categories } = configuration;
  const t = useMessages(scanMessages);
  const [open, setOpen] = useState<Open>("none");
  const close = () => setOpen("none");
  useWakeLock();

  const tally = useTally(running.outbox, configuration);
  const { live, connection } = useLiveRow({
    token,
    edition: edition.slug,
    zone: zone.code,
    inFlight: running.inFlight,
    onNotice: props.onNotice,
    onConfiguration: props.onConfiguration,
    // The next exchange says why, and stops the kiosk.
    onRefused: () => running.outbox.networkIsBack(),
  });
  const waiting = waitingToday(view.waiting, checkpoint.code, dayOf(useNow(10_000)));
  const dated = latestRow(zone.code, view.exchange, live);
  const state = sendingStateOf(view.sending, connection, useOnline());
  const clockOffsetMs = view.exchange?.clockOffsetMs ?? 0;
  const [last] = view.recent;

  const { count, undo } = tally;
  useKeyboard({
    onOne: useCallback(() => count(1), [count]),
    onDigit: useCallback((digit: string) => setOpen({ pad: digit }), []),
    onUndo: useCallback(() => {
      const entry = view.recent.find((one) => canUndo(one, Date.now()));
      if (entry) undo(entry.id);
    }, [undo, view.recent]),
  });

  return (
    <main className="tally">
      <TallyHeader configuration={configuration} attention={updateReady} onSettings={onSettings} />
      <div className="tally-side">
        <SendingLine state={state} pending={view.pending} />
        <Notices
          configuration={configuration}
          status={zone.status}
          clockOffsetMs={clockOffsetMs}
          refused={view.refused.length}
          failed={tally.failed}
          onShowRefused={() => setOpen("refused")}
          more={notices}
        />
        <ZoneFigures
          figures={dated && shownFigures(dated, waiting)}
          waiting={waiting}
          delayed={state !== "live"}
          zone={zone}
          timeZone={edition.timeZone}
          clockOffsetMs={clockOffsetMs}
        />
        <section className="tally-list" aria-label={t("last")}>
          <h2>{t("last")}</h2>
          <LastEntries entries={view.recent} timeZone={edition.timeZone} onUndo={undo} />
        </section>
      </div>
      <div className="tally-hand">
        <Choices tally={tally} directions={checkpoint.directions} categories={categories} />
        <Door tally={tally} />
        <QuickCounts tally={tally} onGroup={() => setOpen({ pad: "" })} />
        <div className="tally-last">
          {last ? (
            <EntryLine entry={last} timeZone={edition.timeZone} onUndo={undo} onOpen={() => setOpen("last")} />
          ) : (
            <p className="tally-none">{t("noneYet")}</p>
          )}
        </div>
      </div>
      {open === "last" && (
        <Sheet title={t("last")} onClose={close}>
          <LastEntries entries={view.recent} timeZone={edition.timeZone} onUndo={undo} />
        </Sheet>
      )}
      {open === "refused" && (
        <Sheet title={t("refusedTitle")} onClose={close}>
          <RefusedList refused={view.refused} outbox={running.outbox} timeZone={edition.timeZone} />
        </Sheet>
      )}
      {typeof open === "object" && <HeadcountPad tally={tally} first={open.pad} onClose={close} />}
    </main>
  );
}
