import type { DeviceConfiguration, ZoneNotice } from "@abwab/contract";
import { createCalendar } from "@abwab/domain";
import { useEffect, useMemo, useState } from "react";
import { useOutbox, type OutboxStore } from "../outbox/index.ts";
import { StoppedPage, TallyPage } from "../scan/index.ts";
import { SettingsSheet } from "./settings-sheet.tsx";
import { StartingPage } from "./starting-page.tsx";
import { useAppUpdate } from "./use-app-update.ts";

interface KioskProps {
  readonly token: string;
  readonly configuration: DeviceConfiguration;
  readonly store: OutboxStore;
  readonly onNotice: (notice: ZoneNotice) => void;
  readonly onUnpair: () => void;
}

/** A paired kiosk: its outbox runs as long as this stands, whatever screen is on top. */
export function Kiosk({ token, configuration, store, onNotice, onUnpair }: KioskProps) {
  const { slug, timeZone, dayCutoff } = configuration.edition;
  const dayOf = useMemo(() => createCalendar(timeZone, dayCutoff).dayOf, [timeZone, dayCutoff]);
  const running = useOutbox({ store, token, edition: slug, dayOf, appVersion: __APP_VERSION__ });
  const update = useAppUpdate();
  const [settings, setSettings] = useState(false);
  const { view } = running;

  useEffect(() => {
    // Asks the browser never to clear this kiosk's disk when space runs short.
    void navigator.storage?.persist?.();
  }, []);

  if (!view) return <StartingPage />;
  if (view.sending.state === "stopped") {
    return <StoppedPage reason={view.sending.reason} pending={view.pending} onPairAgain={onUnpair} />;
  }
  return (
    <>
      <TallyPage
        token={token}
        configuration={configuration}
        running={running}
        view={view}
        dayOf={dayOf}
        onNotice={onNotice}
        updateReady={update.ready}
        onSettings={() => setSettings(true)}
      />
      {settings && (
        <SettingsSheet
          configuration={configuration}
          pending={view.pending}
          pendingElsewhere={view.pendingElsewhere}
          update={update}
          onUnpair={onUnpair}
          onClose={() => setSettings(false)}
        />
      )}
    </>
  );
}
