import { useCallback, useEffect, useMemo, useState } from "react";
import { openOutboxDatabase, OutboxStore } from "../outbox/index.ts";
import { codeInLink, PairingPage, PairingStore, useConfiguration, usePairing } from "../pairing/index.ts";
import { Kiosk } from "./kiosk.tsx";
import { usePreferences } from "./preferences.ts";
import { StartingPage } from "./starting-page.tsx";

/** Which screen: pair, wait for the first configuration, or count. */
export function App() {
  const { appearance } = usePreferences();
  const pairings = useMemo(() => new PairingStore(), []);
  const store = useMemo(() => new OutboxStore(openOutboxDatabase()), []);
  const pairing = usePairing(pairings);
  const paired = pairing === "loading" ? undefined : pairing;
  const onNotice = useConfiguration(paired, pairings);
  const linkedCode = useLinkedCode();
  const unpair = useCallback(() => void pairings.forget(), [pairings]);

  useEffect(() => {
    document.documentElement.dataset["appearance"] = appearance;
  }, [appearance]);

  if (pairing === "loading") return <StartingPage />;
  if (!pairing) return <PairingPage store={pairings} linkedCode={linkedCode} />;
  const { token, configuration } = pairing;
  if (!configuration) return <StartingPage fetching />;
  return (
    <Kiosk
      key={token}
      token={token}
      configuration={configuration}
      store={store}
      onNotice={onNotice}
      onUnpair={unpair}
    />
  );
}

/** The code of the link this page was opened with, taken out of the address so that no reload tries it again. */
function useLinkedCode(): string | undefined {
  const [code, setCode] = useState(() => codeInLink(location.hash));
  useEffect(() => {
    const read = () => {
      const linked = codeInLink(location.hash);
      if (linked === undefined) return;
      setCode(linked);
      history.replaceState(null, "", location.pathname);
    };
    read();
    window.addEventListener("hashchange", read);
    return () => window.removeEventListener("hashchange", read);
  }, []);
  return code;
}
