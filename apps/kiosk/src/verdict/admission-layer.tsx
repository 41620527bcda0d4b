import { useMessages } from "@abwab/ui";
import { useCallback, useSyncExternalStore } from "react";
import type { AdmissionDesk } from "./admission-desk.ts";
import { admissionMessages } from "./admission-messages.ts";
import { GroupPanel } from "./group-panel.tsx";
import { OriginQuestion } from "./origin-question.tsx";
import type { Choice, Heads } from "./stage.ts";
import { VerdictScreen } from "./verdict-screen.tsx";
import "./verdict.css";

interface AdmissionLayerProps {
  readonly desk: AdmissionDesk;
  /** The disk would not take an entry. */
  readonly onFailure: (error: unknown) => void;
}

/** What a scan puts over the screen, whichever way it came. */
export function AdmissionLayer({ desk, onFailure }: AdmissionLayerProps) {
  const t = useMessages(admissionMessages);
  const stage = useSyncExternalStore(
    useCallback((listener) => desk.subscribe(listener), [desk]),
    () => desk.stage,
  );
  const dismiss = useCallback(() => void desk.dismiss().catch(onFailure), [desk, onFailure]);
  const answer = useCallback((origin: string | undefined) => desk.answer(origin), [desk]);
  const choose = (choice: Choice) => void desk.choose(choice).catch(onFailure);

  switch (stage.at) {
    case "ready":
      return null;
    case "checking":
      return (
        <section className="verdict verdict-checking" data-tone="checking" role="status">
          <span className="verdict-wheel" aria-hidden />
          <h2>{t("checking")}</h2>
        </section>
      );
    case "group":
      return (
        <GroupPanel
          stage={stage}
          onAdmit={(heads: Heads) => void desk.admitGroup(heads).catch(onFailure)}
          onCancel={dismiss}
        />
      );
    case "origin":
      return <OriginQuestion pass={stage.pass} onAnswer={answer} />;
    case "verdict":
      return (
        <VerdictScreen
          verdict={stage.verdict}
          onChoose={choose}
          onUndo={() => void desk.undo().catch(onFailure)}
          onDismiss={dismiss}
        />
      );
  }
}
