import { lazy, Suspense, useCallback, useEffect, useMemo, useState } from "react";
import { codeInLink, PairingPage, PairingStore, useConfiguration, usePairing } from "../pairing/index.ts";
import { loadPairedWall, loadWall } from "../wall/index.ts";
import { changeDisplay, displayInLink, useDisplay } from "./display.ts";
import { withMessages } from "./kiosk-i18n.ts";
import { loadKiosk } from "./load-kiosk.ts";
import { usePreferences } from "./preferences.ts";
import { StartingPage } from "./starting-page.tsx";
import { useAppUpdate, useUpdateBetweenShifts } from "./use-app-update.ts";

const Kiosk = lazy(() => withMessages(loadKiosk()));
const PairedWall = lazy(() => withMessages(loadPairedWall()));
const WallPage = lazy(() => withMessages(loadWall()));
const leaveWall = () => changeDisplay(undefined);

/** Which screen: pair, wait for the first configuration, count, or be a wall. */
export function App() {
  const { appearance } = usePreferences();
  const pairings = useMemo(() => new PairingStore(), []);
  const pairing = usePairing(pairings);
  const paired = pairing === "loading" ? undefined : pairing;
  const { onNotice, onBroadcasts, onConfiguration } = useConfiguration(paired, pairings);
  const linkedCode = useLinkedCode();
  const unpair = useCallback(() => void pairings.forget(), [pairings]);
  const display = useDisplay();
  const update = useAppUpdate();
  // A wall, and a kiosk that is not paired, are never in the midst of anything.
  useUpdateBetweenShifts(update, pairing === undefined || display !== undefined);

  useEffect(() => {
    document.documentElement.dataset["appearance"] = appearance;
  }, [appearance]);

  useEffect(() => {
    // What comes after pairing is fetched while somebody types the code.
    if (pairing === undefined) void loadKiosk();
  }, [pairing]);

  if (pairing === "loading" || update.starting) return <StartingPage />;
  return <Suspense fallback={<StartingPage />}>{page()}</Suspense>;

  function page() {
    if (!paired && display?.edition !== undefined) return <WallPage edition={display.edition} onLeave={leaveWall} />;
    if (!paired) return <PairingPage store={pairings} linkedCode={linkedCode} />;
    const { token, deviceId, configuration } = paired;
    if (!configuration) return <StartingPage fetching />;
    if (display)
      return (
        <PairedWall
          token={token}
          configuration={configuration}
          zone={display.zone}
          onNotice={onNotice}
          onBroadcasts={onBroadcasts}
          onLeave={leaveWall}
        />
      );
    return (
      <Kiosk
        key={deviceId}
        token={token}
        configuration={configuration}
        pairings={pairings}
        update={update}
        onNotice={onNotice}
        onBroadcasts={onBroadcasts}
        onConfiguration={onConfiguration}
        onUnpair={unpair}
      />
    );
  }
}

/** What the link asks for that this page was opened with, taken out of the address so that no reload tries it again. */
function useLinkedCode(): string | undefined {
  const [code, setCode] = useState(() => codeInLink(location.hash));
  useEffect(() => {
    const read = () => {
      const display = displayInLink(location.hash);
      const linked = codeInLink(location.hash);
      if (display) changeDisplay(display);
      if (linked !== undefined) setCode(linked);
      if (display || linked !== undefined) history.replaceState(null, "", location.pathname);
    };
    read();
    window.addEventListener("hashchange", read);
    return () => window.removeEventListener("hashchange", read);
  }, []);
  return code;
}
