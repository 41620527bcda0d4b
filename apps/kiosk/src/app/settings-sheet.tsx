import type { DeviceConfiguration } from "@abwab/contract";
import { localName, useLanguage, useMessages } from "@abwab/ui";
import { IconChecklist, IconDeviceTv, IconMoon, IconSun } from "@tabler/icons-react";
import { useState } from "react";
import { SaveEntries, type OutboxStore, type OutboxView } from "../outbox/index.ts";
import { Handover } from "../staff/handover.tsx";
import type { Shift } from "../staff/index.ts";
import { appMessages } from "./app-messages.ts";
import { LanguageRow } from "./language-row.tsx";
import { appearances, changePreferences, usePreferences } from "./preferences.ts";
import { Sheet } from "./sheet.tsx";
import type { AppUpdate } from "./use-app-update.ts";
import { changeDisplay } from "./display.ts";

interface SettingsSheetProps {
  readonly configuration: DeviceConfiguration;
  readonly store: OutboxStore;
  readonly view: OutboxView;
  readonly shift: Shift | undefined;
  readonly update: AppUpdate;
  readonly onPreflight: () => void;
  readonly onUnpair: () => void;
  readonly onClose: () => void;
}

export function SettingsSheet(props: SettingsSheetProps) {
  const { configuration, store, view, shift, update, onPreflight, onUnpair, onClose } = props;
  const { pending, pendingElsewhere } = view;
  const t = useMessages(appMessages);
  return (
    <Sheet title={t("settings")} onClose={onClose}>
      <div className="settings">
        {shift && <Handover shift={shift} store={store} view={view} timeZone={configuration.edition.timeZone} />}
        <LanguageRow />
        <Appearance />
        <Feedback />
        <ThisDevice configuration={configuration} />
        <div className="choice-row">
          <button type="button" className="button" onClick={onPreflight}>
            <IconChecklist aria-hidden />
            {t("preflight")}
          </button>
          <button type="button" className="button" onClick={() => changeDisplay({})}>
            <IconDeviceTv aria-hidden />
            {t("wall")}
          </button>
        </div>
        {update.ready && (
          <section className="settings-update">
            <h3>{t("updateReady")}</h3>
            <p>{t(pending > 0 ? "updateWaits" : "updateText")}</p>
            <button type="button" className="button button-strong" disabled={pending > 0} onClick={update.start}>
              {t("updateNow")}
            </button>
          </section>
        )}
        {pendingElsewhere > 0 && (
          <p className="stopped-kept" data-pending>
            {t("elsewhere", { count: pendingElsewhere })}
          </p>
        )}
        <SaveEntries store={store} pending={pending + pendingElsewhere} />
        <Unpair pending={pending} onUnpair={onUnpair} />
      </div>
    </Sheet>
  );
}

function Appearance() {
  const t = useMessages(appMessages);
  const { appearance } = usePreferences();
  return (
    <section>
      <h3>{t("appearance")}</h3>
      <div className="choice-row" role="group" aria-label={t("appearance")}>
        {appearances.map((one) => (
          <button
            key={one}
            type="button"
            className="choice"
            aria-pressed={one === appearance}
            onClick={() => changePreferences({ appearance: one })}
          >
            {one === "sun" ? <IconSun aria-hidden /> : <IconMoon aria-hidden />}
            {t(one)}
          </button>
        ))}
      </div>
    </section>
  );
}

function Feedback() {
  const t = useMessages(appMessages);
  const chosen = usePreferences();
  return (
    <section>
      <h3>{t("feedback")}</h3>
      <div className="choice-row" role="group" aria-label={t("feedback")}>
        {(["vibration", "sound"] as const).map((one) => (
          <button
            key={one}
            type="button"
            className="choice"
            aria-pressed={chosen[one]}
            onClick={() => changePreferences({ [one]: !chosen[one] })}
          >
            {t(one)}
          </button>
        ))}
      </div>
    </section>
  );
}

function ThisDevice({ configuration: { device, checkpoint, edition } }: { configuration: DeviceConfiguration }) {
  const t = useMessages(appMessages);
  const { language } = useLanguage();
  return (
    <section>
      <h3>{t("thisDevice")}</h3>
      <dl className="settings-facts">
        <dt>{t("device")}</dt>
        <dd>
          <bdi>{device.name}</bdi>
        </dd>
        <dt>{t("checkpoint")}</dt>
        <dd>
          {localName(checkpoint.names, language)} <bdi>({checkpoint.code})</bdi>
        </dd>
        <dt>{t("edition")}</dt>
        <dd>{localName(edition.names, language)}</dd>
        <dt>{t("version")}</dt>
        <dd>
          <bdi>{__APP_VERSION__}</bdi>
        </dd>
      </dl>
    </section>
  );
}

/** Asked twice, and told what would be left behind. */
function Unpair({ pending, onUnpair }: { pending: number; onUnpair: () => void }) {
  const t = useMessages(appMessages);
  const [asked, setAsked] = useState(false);
  if (!asked) {
    return (
      <button type="button" className="button button-quiet-bad" onClick={() => setAsked(true)}>
        {t("unpair")}
      </button>
    );
  }
  return (
    <section className="settings-unpair" role="alert">
      <p>{t("unpairText")}</p>
      {pending > 0 && (
        <p className="stopped-kept" data-pending>
          {t("unpairPending", { count: pending })}
        </p>
      )}
      <div className="choice-row">
        <button type="button" className="button" onClick={() => setAsked(false)}>
          {t("cancel")}
        </button>
        <button type="button" className="button button-bad" onClick={onUnpair}>
          {t(pending > 0 ? "unpairAnyway" : "unpair")}
        </button>
      </div>
    </section>
  );
}
