import type { DeviceConfiguration } from "@abwab/contract";
import { localName, Logo, useLanguage, useMessages } from "@abwab/ui";
import { IconSettings } from "@tabler/icons-react";
import { appMessages } from "../app/app-messages.ts";

interface TallyHeaderProps {
  readonly configuration: DeviceConfiguration;
  /** Something in the settings waits for a person. */
  readonly attention: boolean;
  readonly onSettings: () => void;
}

/** Where this kiosk stands: the name that is called out over the radio. */
export function TallyHeader({ configuration, attention, onSettings }: TallyHeaderProps) {
  const t = useMessages(appMessages);
  const { language } = useLanguage();
  const { checkpoint, zone } = configuration;
  const gate = localName(checkpoint.names, language);
  const place = localName(zone.names, language);
  return (
    <header className="tally-header">
      <Logo size={44} />
      <div className="tally-place">
        <h1>{gate}</h1>
        <p>
          <bdi className="tally-code">{checkpoint.code}</bdi>
          {!gate.includes(place) && <span>{place}</span>}
        </p>
      </div>
      <button
        type="button"
        className="icon-button"
        data-attention={attention}
        aria-label={attention ? `${t("settings")}: ${t("updateReady")}` : t("settings")}
        onClick={onSettings}
      >
        <IconSettings aria-hidden />
      </button>
    </header>
  );
}
