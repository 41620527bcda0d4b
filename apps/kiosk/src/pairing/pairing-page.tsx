import { Logo, useMessages } from "@abwab/ui";
import { IconAlertTriangle, IconQrcode } from "@tabler/icons-react";
import { useCallback, useEffect, useRef, useState, type FormEvent } from "react";
import { LanguageRow } from "../app/language-row.tsx";
import { exchangeCode, type PairingFailure } from "./exchange-code.ts";
import { isCompleteCode, readPairingCode, showPairingCode } from "./pairing-code.ts";
import { pairingMessages } from "./pairing-messages.ts";
import type { PairingStore } from "./pairing-store.ts";

interface PairingPageProps {
  readonly store: PairingStore;
  /** From the link in the QR code: tried at once. */
  readonly linkedCode?: string | undefined;
}

/** The first screen of a kiosk. When it has worked, the store says so, and the tally takes its place. */
export function PairingPage({ store, linkedCode }: PairingPageProps) {
  const t = useMessages(pairingMessages);
  const { code, setCode, busy, failure, pair } = usePairing(store, linkedCode);

  const submit = (event: FormEvent) => {
    event.preventDefault();
    void pair(code);
  };

  return (
    <main className="pairing">
      <div className="pairing-card">
        <Logo size={88} />
        <h1>{t("title")}</h1>
        <p className="pairing-explain">{t("explain")}</p>
        <form onSubmit={submit}>
          <label htmlFor="pairing-code">{t("code")}</label>
          <input
            id="pairing-code"
            className="pairing-code"
            dir="ltr"
            value={showPairingCode(code)}
            onChange={(event) => setCode(readPairingCode(event.currentTarget.value))}
            placeholder="XXXX-XXXX"
            autoCapitalize="characters"
            autoComplete="off"
            autoCorrect="off"
            spellCheck={false}
            autoFocus={linkedCode === undefined}
            aria-invalid={failure !== undefined}
            aria-describedby="pairing-failure"
          />
          <p id="pairing-failure" className="pairing-failure" role="alert">
            {failure && !busy && (
              <>
                <IconAlertTriangle aria-hidden />
                <span>{t(failure)}</span>
              </>
            )}
          </p>
          <button type="submit" className="button button-strong" disabled={busy || !isCompleteCode(code)}>
            {busy ? t("pairing") : t("pair")}
          </button>
        </form>
        <p className="pairing-hint">
          <IconQrcode aria-hidden />
          <span>{t("scanHint")}</span>
        </p>
      </div>
      <LanguageRow />
    </main>
  );
}

function usePairing(store: PairingStore, linkedCode: string | undefined) {
  const [code, setCode] = useState(linkedCode ?? "");
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<PairingFailure>();
  /** A code works once: the link's must not be spent a second time by a second run of the effect. */
  const tried = useRef<string>(undefined);

  const pair = useCallback(
    async (text: string) => {
      setBusy(true);
      setFailure(undefined);
      try {
        const outcome = await exchangeCode(text, store);
        if (outcome !== "paired") setFailure(outcome);
      } finally {
        setBusy(false);
      }
    },
    [store],
  );

  useEffect(() => {
    if (linkedCode === undefined || tried.current === linkedCode) return;
    tried.current = linkedCode;
    setCode(linkedCode);
    if (isCompleteCode(linkedCode)) void pair(linkedCode);
  }, [linkedCode, pair]);

  const change = (next: string) => {
    setCode(next);
    setFailure(undefined);
  };
  return { code, setCode: change, busy, failure, pair };
}
