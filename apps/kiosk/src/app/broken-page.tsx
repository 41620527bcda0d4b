import { useMessages } from "@abwab/ui";
import { IconAlertTriangle } from "@tabler/icons-react";
import { Component, type ReactNode } from "react";
import { appMessages } from "./app-messages.ts";

/** The screen of last resort, in place of a tally that would count nothing. */
export class BrokenBoundary extends Component<{ children: ReactNode }, { broken: boolean }> {
  override state = { broken: false };

  static getDerivedStateFromError() {
    return { broken: true };
  }

  override render() {
    return this.state.broken ? <BrokenPage /> : this.props.children;
  }
}

function BrokenPage() {
  const t = useMessages(appMessages);
  return (
    <main className="pairing">
      <div className="pairing-card" role="alert">
        <IconAlertTriangle size={72} aria-hidden />
        <h1>{t("brokenTitle")}</h1>
        <p className="pairing-explain">{t("brokenText")}</p>
        <button type="button" className="button button-strong" onClick={() => location.reload()}>
          {t("restart")}
        </button>
      </div>
    </main>
  );
}
