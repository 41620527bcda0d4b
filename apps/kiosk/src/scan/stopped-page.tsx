import { Logo, useMessages } from "@abwab/ui";
import type { ReactNode } from "react";
import { LanguageRow } from "../app/language-row.tsx";
import type { Sending } from "../outbox/index.ts";
import { scanMessages } from "./scan-messages.ts";

interface StoppedPageProps {
  readonly reason: Extract<Sending, { state: "stopped" }>["reason"];
  readonly pending: number;
  readonly onPairAgain: () => void;
  /** What can be done with what waits. */
  readonly children?: ReactNode;
}

/** The service wants this device no more. Nothing is counted here now, and nothing that was is thrown away. */
export function StoppedPage({ reason, pending, onPairAgain, children }: StoppedPageProps) {
  const t = useMessages(scanMessages);
  return (
    <main className="pairing">
      <div className="pairing-card" role="alert">
        <Logo size={88} />
        <h1>{t("stoppedTitle")}</h1>
        <p className="pairing-explain">{t(reason === "device_revoked" ? "stoppedRevoked" : "stoppedUnknown")}</p>
        <p className="stopped-kept" data-pending={pending > 0}>
          {pending === 0 ? t("keptNothing") : t("kept", { count: pending })}
        </p>
        {children}
        <button type="button" className="button button-strong" onClick={onPairAgain}>
          {t("pairAgain")}
        </button>
      </div>
      <LanguageRow />
    </main>
  );
}
