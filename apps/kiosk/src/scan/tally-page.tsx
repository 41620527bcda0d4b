import type { DeviceBroadcast, DeviceConfiguration, ZoneNotice } from "@abwab/contract";
import { useMessages } from "@abwab/ui";
import { useCallback, useRef, useState, type ReactNode } from "react";
import { Sheet } from "../app/sheet.tsx";
import { useNow } from "../app/use-now.ts";
import { useOnline } from "../app/use-online.ts";
import { usePart } from "../app/use-part.ts";
import { loadBroadcasts } from "../broadcasts/index.ts";
import { loadGroups, useGroupList } from "../groups/index.ts";
import type { OutboxView, RunningOutbox } from "../outbox/index.ts";
import { useAdmission, type Heads } from "../verdict/index.ts";
import { Choices } from "./choices.tsx";
import { CountingArea } from "./counting-area.tsx";
import { HeadcountPad } from "./headcount-pad.tsx";
import { giveFeedback } from "./feedback.ts";
import { EntryLine, LastEntries } from "./last-entries.tsx";
import { Notices } from "./notices.tsx";
import { RefusedList } from "./refused-list.tsx";
import { scanMessages } from "./scan-messages.ts";
import { SendingLine } from "./sending-line.tsx";
import { sendingStateOf } from "./sending-state.ts";
import { isOld, latestRow, shownFigures, waitingToday } from "./shown-figures.ts";
import { readShownText, type ShownText } from "./shown-text.ts";
import { TallyHeader } from "./tally-header.tsx";
import { useLiveRow } from "./use-live-row.ts";
import { useShortcuts } from "./use-shortcuts.ts";
import { useChoice, useTally, type AskOrigin } from "./use-tally.ts";
import { useWakeLock } from "./use-wake-lock.ts";
import { useWay } from "./use-way.ts";
import { WayBar } from "./way-bar.tsx";
import { ZoneFigures } from "./zone-figures.tsx";
import { ZoneTakeover } from "./zone-takeover.tsx";

interface TallyPageProps {
  readonly token: string;
  readonly configuration: DeviceConfiguration;
  readonly running: RunningOutbox;
  readonly view: OutboxView;
  readonly dayOf: (at: number) => string;
  /** Code of who is signed on. */
  readonly operator: string | undefined;
  readonly onNotice: (notice: ZoneNotice) => void;
  readonly onBroadcasts: (broadcasts: readonly DeviceBroadcast[]) => void;
  /** The organisers have changed something: the configuration is to be read again. */
  readonly onConfiguration: () => void;
  readonly updateReady: boolean;
  /** What staff must know of the device itself. */
  readonly notices?: ReactNode;
  readonly onSettings: () => void;
}

const signalNews = () => giveFeedback("failure");

type Open = "none" | "last" | "refused" | "groups" | { readonly pad: string; readonly more: boolean };

/** The screen of a shift: scan or tap, see it counted, take it back. */
export function TallyPage(props: TallyPageProps) {
  const { token, configuration, running, view, dayOf, updateReady, notices, onSettings } = props;
  const { edition, zone, checkpoint, categories } = configuration;
  const t = useMessages(scanMessages);
  const [open, setOpen] = useState<Open>("none");
  const close = () => setOpen("none");
  const [way, chooseWay] = useWay(configuration.policy.mode !== "count");
  useWakeLock();

  const { choice, choose } = useChoice(configuration);
  const revoke = useRef<(codes: readonly string[]) => void>(() => undefined);
  const { live, connection } = useLiveRow({
    token,
    edition: edition.slug,
    zone: zone.code,
    inFlight: running.inFlight,
    onNotice: props.onNotice,
    onBroadcasts: props.onBroadcasts,
    onConfiguration: props.onConfiguration,
    onRevoked: (codes) => revoke.current(codes),
    // The next exchange says why, and stops the kiosk.
    onRefused: () => running.outbox.networkIsBack(),
  });
  const now = useNow(10_000);
  const waiting = waitingToday(view.waiting, checkpoint.code, dayOf(now));
  const dated = latestRow(zone.code, view.exchange, live);
  const figures = dated && shownFigures(dated, waiting);
  const state = sendingStateOf(view.sending, connection, useOnline());
  const clockOffsetMs = view.exchange?.clockOffsetMs ?? 0;
  const inside = figures && !isOld(figures.asOf, now - clockOffsetMs) ? figures.inside : null;
  const [last] = view.recent;

  const groups = useGroupList({ token, configuration, dayOf });
  const groupsPart = usePart(loadGroups);
  const broadcastsPart = usePart(loadBroadcasts);
  const admission = useAdmission({
    outbox: running.outbox,
    groups,
    configuration,
    choice,
    inside,
    online: state === "live",
    clockOffsetMs,
  });
  const { desk, layer } = admission;
  revoke.current = admission.revoke;
  const askOrigin: AskOrigin = useCallback((part) => desk.askOrigin(part, null), [desk]);
  const tally = useTally(running.outbox, { checkpoint: checkpoint.code, choice, choose, askOrigin });
  const { fail, undo } = tally;
  const show = useCallback(
    (shown: ShownText, readAt = Date.now()) => {
      setOpen("none");
      performance.mark("abwab:read", { startTime: Math.max(0, readAt - performance.timeOrigin) });
      desk.show(shown).catch(fail);
    },
    [desk, fail],
  );
  const pick = (text: string, heads?: Heads) => {
    close();
    desk.pick({ kind: "token", text }, heads).catch(fail);
  };
  useShortcuts({
    tally,
    recent: view.recent,
    onText: ({ byPlace, asWritten }) => show(readShownText(asWritten, byPlace)),
    onNumber: (digits) => setOpen({ pad: digits, more: false }),
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
          inside={inside}
          more={
            <>
              {broadcastsPart && (
                <broadcastsPart.BroadcastStrip
                  token={token}
                  configuration={configuration}
                  clockOffsetMs={clockOffsetMs}
                  operator={props.operator}
                  onNew={signalNews}
                />
              )}
              {notices}
            </>
          }
        />
        <ZoneFigures
          figures={figures}
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
        <CountingArea
          way={way}
          tally={tally}
          onShown={show}
          isDeciding={() => desk.isDeciding}
          onGroup={(more) => setOpen({ pad: "", more })}
        />
        <div className="tally-last">
          {last ? (
            <EntryLine entry={last} timeZone={edition.timeZone} onUndo={undo} onOpen={() => setOpen("last")} />
          ) : (
            <p className="tally-none">{t("noneYet")}</p>
          )}
        </div>
        <WayBar
          way={way}
          onChoose={chooseWay}
          onGroups={configuration.policy.anonymousOnly ? undefined : () => setOpen("groups")}
        />
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
      {typeof open === "object" && (
        <HeadcountPad tally={tally} first={open.pad} more={open.more} onText={(shown) => show(shown)} onClose={close} />
      )}
      {open === "groups" && groupsPart && (
        <groupsPart.GroupsSheet
          list={groups}
          token={token}
          configuration={configuration}
          online={state === "live"}
          direction={choice.direction}
          onShown={(shown) => show(shown)}
          onGroup={pick}
          onUnbooked={(heads, category) => {
            close();
            desk.countUnbooked(heads, category).catch(fail);
          }}
          onFailure={fail}
          onClose={close}
        />
      )}
      <ZoneTakeover zone={zone} />
      {layer && <layer.AdmissionLayer desk={desk} onFailure={fail} />}
    </main>
  );
}
