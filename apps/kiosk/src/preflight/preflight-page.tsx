import { localName, useLanguage, useMessages } from "@abwab/ui";
import {
  IconAlertCircle,
  IconBattery3,
  IconCamera,
  IconCircleCheck,
  IconClock,
  IconDatabase,
  IconHelpCircle,
  IconPlaneDeparture,
  IconQrcode,
  IconSend,
  IconVolume,
} from "@tabler/icons-react";
import type { DeviceConfiguration } from "@abwab/contract";
import "./preflight.css";
import { LanguageRow } from "../app/language-row.tsx";
import { changePreferences } from "../app/preferences.ts";
import type { OutboxView } from "../outbox/index.ts";
import type { Check, CheckName } from "./checks.ts";
import { playTestTone } from "./play-test-tone.ts";
import { preflightMessages } from "./preflight-messages.ts";
import { useChecks } from "./use-checks.ts";

const icons: Record<CheckName, typeof IconCamera> = {
  camera: IconCamera,
  sound: IconVolume,
  offline: IconPlaneDeparture,
  storage: IconDatabase,
  passes: IconQrcode,
  clock: IconClock,
  battery: IconBattery3,
  sent: IconSend,
};
const marks = { good: IconCircleCheck, todo: IconAlertCircle, unknown: IconHelpCircle };

interface PreflightPageProps {
  readonly configuration: DeviceConfiguration;
  readonly view: OutboxView;
  readonly onReady: () => void;
}

/** Before the first visitor: each thing the day hangs on, green or with what to do. Nothing here stops anybody. */
export default function PreflightPage({ configuration: { checkpoint }, view, onReady }: PreflightPageProps) {
  const t = useMessages(preflightMessages);
  const { language } = useLanguage();
  const { checks, batteryPercent, clockMinutes, ask, heard } = useChecks(view);
  const left = checks.filter(({ state }) => state === "todo").length;
  const words = { percent: batteryPercent ?? 0, minutes: Math.abs(clockMinutes), count: view.pending };

  const play = () => {
    changePreferences({ sound: true });
    void playTestTone().then(heard);
  };

  return (
    <main className="preflight">
      <div className="preflight-card">
        <header className="preflight-head">
          <h1>{t("title")}</h1>
          <p>
            {localName(checkpoint.names, language)} <bdi>({checkpoint.code})</bdi>
          </p>
        </header>
        <LanguageRow />
        <ul className="preflight-checks">
          {checks.map((check) => (
            <CheckLine key={check.name} check={check} text={t(textOf(check, batteryPercent), words)}>
              {check.name === "camera" && check.fault === "ask" && (
                <button type="button" className="button" onClick={ask}>
                  {t("allowCamera")}
                </button>
              )}
              {check.name === "sound" && check.state !== "good" && (
                <button type="button" className="button" onClick={play}>
                  {t("playSound")}
                </button>
              )}
            </CheckLine>
          ))}
        </ul>
      </div>
      <footer className="preflight-foot">
        <p role="status">{left === 0 ? t("allGood") : t("left", { count: left })}</p>
        <button type="button" className="button button-strong" onClick={onReady}>
          {t(left === 0 ? "start" : "startAnyway")}
        </button>
      </footer>
    </main>
  );
}

function CheckLine({ check, text, children }: { check: Check; text: string; children: React.ReactNode }) {
  const t = useMessages(preflightMessages);
  const Icon = icons[check.name];
  const Mark = marks[check.state];
  return (
    <li className="preflight-check" data-check={check.name} data-state={check.state}>
      <Icon className="preflight-icon" aria-hidden />
      <div className="preflight-text">
        <h2>{t(check.name)}</h2>
        <p>{text}</p>
        {children}
      </div>
      <Mark className="preflight-mark" role="img" aria-label={t(check.state)} />
    </li>
  );
}

const faultTexts = {
  ask: "Ask",
  denied: "Denied",
  missing: "Missing",
  insecure: "Insecure",
  untried: "Untried",
  evictable: "Evictable",
  full: "Full",
  copying: "Copying",
  wrong: "Wrong",
  unmeasured: "Unmeasured",
  low: "Low",
  waiting: "Waiting",
  unsupported: "Unsupported",
} as const;

type Text = Parameters<ReturnType<typeof useMessages<NonNullable<typeof preflightMessages.reference>>>>[0];

function textOf(check: Check, batteryPercent: number | undefined): Text {
  if (check.name === "battery" && batteryPercent === undefined) return "batteryUnknown";
  if (check.fault !== undefined) return `${check.name}${faultTexts[check.fault]}` as Text;
  return check.state === "good" ? `${check.name}Good` : "notTold";
}
