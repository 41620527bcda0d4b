import type { DeviceBroadcast, DeviceConfiguration, ZoneNotice } from "@abwab/contract";
import { createCalendar } from "@abwab/domain";
import { useMessages } from "@abwab/ui";
import { IconDatabaseExclamation } from "@tabler/icons-react";
import { lazy, Suspense, useCallback, useEffect, useMemo, useState } from "react";
import { GroupListStore } from "../groups/index.ts";
import {
  isNearlyFull,
  outboxMessages,
  SaveEntries,
  openOutboxDatabase,
  OutboxStore,
  useOutbox,
  useStorageSpace,
} from "../outbox/index.ts";
import { useTokenDoubt, useTokenRoll, type PairingStore } from "../pairing/index.ts";
import { loadPreflight, noteReady, wasReady } from "../preflight/index.ts";
import { Notice, StoppedPage, TallyPage } from "../scan/index.ts";
import { loadSignOn, staffDesk, useIdleLock, useStaff } from "../staff/index.ts";
import { isBetweenShifts } from "./between-shifts.ts";
import { withMessages } from "./kiosk-i18n.ts";
import { StartingPage } from "./starting-page.tsx";
import { useUpdateBetweenShifts, type AppUpdate } from "./use-app-update.ts";
import { useNow } from "./use-now.ts";
import { usePart } from "./use-part.ts";

const loadSettings = () => import("./settings-part.ts");
const PreflightPage = lazy(() => withMessages(loadPreflight()));

interface KioskProps {
  readonly token: string;
  readonly configuration: DeviceConfiguration;
  readonly pairings: PairingStore;
  readonly update: AppUpdate;
  readonly onNotice: (notice: ZoneNotice) => void;
  readonly onBroadcasts: (broadcasts: readonly DeviceBroadcast[]) => void;
  /** The configuration is to be read again. */
  readonly onConfiguration: () => void;
  readonly onUnpair: () => void;
}

/** A paired kiosk: its outbox runs as long as this stands, whatever screen is on top. */
export function Kiosk(props: KioskProps) {
  const { token, configuration, pairings, update, onNotice, onBroadcasts, onConfiguration } = props;
  const { slug, timeZone, dayCutoff } = configuration.edition;
  const store = useMemo(() => new OutboxStore(openOutboxDatabase()), []);
  const dayOf = useMemo(() => createCalendar(timeZone, dayCutoff).dayOf, [timeZone, dayCutoff]);
  const running = useOutbox({ store, token, edition: slug, dayOf, appVersion: __APP_VERSION__, duty: staffDesk.duty });
  const [settings, setSettings] = useState(false);
  const signOnPart = usePart(loadSignOn);
  const settingsPart = usePart(loadSettings);
  const [ready, setReady] = useState(() => wasReady(configuration.device.id));
  const [startedAt] = useState(Date.now);
  const space = useStorageSpace();
  const { shift, locked } = useStaff();
  const now = useNow(5_000);
  const { view } = running;
  const { onUnpair } = props;
  const unpair = useCallback(() => {
    new GroupListStore().forget().then(onUnpair, (error: unknown) => {
      console.error("the day's groups can't be cleared", error);
      onUnpair();
    });
  }, [onUnpair]);
  const last = view?.recent[0];
  useIdleLock(last?.id);
  useTokenRoll(pairings, shift?.id);
  useTokenDoubt(pairings, view?.sending.state === "stopped" && view.sending.reason === "unauthenticated");

  const { id, name } = configuration.device;
  useEffect(() => {
    store.noteDevice({ edition: slug, id, name }).catch((error: unknown) => {
      console.error("what this kiosk is can't be kept beside its entries", error);
    });
  }, [store, slug, id, name]);
  useEffect(() => staffDesk.employ(configuration), [configuration]);
  useEffect(() => {
    // Asks the browser never to clear this kiosk's disk when space runs short.
    void navigator.storage?.persist?.();
  }, []);
  useUpdateBetweenShifts(
    update,
    view !== undefined &&
      isBetweenShifts({
        configuration,
        onDuty: shift !== undefined,
        startedAt,
        lastEntryAt: last?.madeAt,
        pending: view.pending,
        now,
      }),
  );
  const asksSignOn = configuration.operators.length > 0;
  const isAtWork = !asksSignOn || (shift !== undefined && !locked);
  useEffect(() => {
    if (!isAtWork) setSettings(false);
  }, [isAtWork]);

  if (!view) return <StartingPage />;
  const waiting = view.pending + view.pendingElsewhere;
  if (view.sending.state === "stopped") {
    return (
      <StoppedPage reason={view.sending.reason} pending={view.pending} onPairAgain={unpair}>
        {waiting > 0 && <SaveEntries store={store} pending={waiting} />}
      </StoppedPage>
    );
  }
  if (!ready) {
    return (
      <Suspense fallback={<StartingPage />}>
        <PreflightPage
          configuration={configuration}
          view={view}
          onReady={() => {
            noteReady(configuration.device.id);
            setReady(true);
          }}
        />
      </Suspense>
    );
  }
  if (!isAtWork) {
    if (!signOnPart) return <StartingPage />;
    return <signOnPart.SignOnPage key={shift?.id} locked={shift?.operator} />;
  }
  return (
    <>
      <TallyPage
        token={token}
        configuration={configuration}
        running={running}
        view={view}
        dayOf={dayOf}
        operator={shift?.operator}
        onNotice={onNotice}
        onBroadcasts={onBroadcasts}
        onConfiguration={onConfiguration}
        updateReady={update.ready}
        notices={space && isNearlyFull(space) && <NearlyFull percent={Math.round((100 * space.used) / space.quota)} />}
        onSettings={() => setSettings(true)}
      />
      {settings && settingsPart && (
        <settingsPart.SettingsSheet
          configuration={configuration}
          store={store}
          view={view}
          shift={shift}
          update={update}
          onPreflight={() => setReady(false)}
          onUnpair={unpair}
          onClose={() => setSettings(false)}
        />
      )}
    </>
  );
}

function NearlyFull({ percent }: { percent: number }) {
  const t = useMessages(outboxMessages);
  return (
    <Notice tone="warn" icon={<IconDatabaseExclamation aria-hidden />}>
      {t("nearlyFull", { percent })}
    </Notice>
  );
}
