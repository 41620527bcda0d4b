import type { Zone } from "@abwab/contract";
import { localName, useLanguage, useMessages } from "@abwab/ui";
import { IconHandStop, IconLock } from "@tabler/icons-react";
import { useEffect, useState } from "react";
import { giveFeedback } from "./feedback.ts";
import { scanMessages } from "./scan-messages.ts";

const KEY = "abwab.kiosk.acknowledged";

/** The organisers have closed the place or put it on hold: nobody at the door may miss it, so it asks to be read. */
export function ZoneTakeover({ zone }: { zone: Zone }) {
  const t = useMessages(scanMessages);
  const { language } = useLanguage();
  const { status, message } = zone;
  const said = status === "open" ? "" : `${zone.code} ${status} ${message ?? ""}`;
  const [acknowledged, setAcknowledged] = useState(() => localStorage.getItem(KEY) ?? "");
  const open = said !== "" && said !== acknowledged;

  useEffect(() => {
    // Opened again: the next time is another one, even with the same words.
    if (said === "") localStorage.removeItem(KEY);
    if (said === "") setAcknowledged("");
  }, [said]);
  useEffect(() => {
    if (open) giveFeedback("failure");
  }, [open]);

  if (!open || status === "open") return null;
  const Icon = status === "closed" ? IconLock : IconHandStop;
  const acknowledge = () => {
    localStorage.setItem(KEY, said);
    setAcknowledged(said);
  };
  return (
    <section className="takeover" data-status={status} role="alertdialog" aria-labelledby="takeover-title">
      <div className="takeover-body">
        <Icon size={112} stroke={1.5} aria-hidden />
        <h2 id="takeover-title">{t(status)}</h2>
        <p className="takeover-place">{localName(zone.names, language)}</p>
        {message && (
          <p className="takeover-message">
            <bdi>{message}</bdi>
          </p>
        )}
        <p className="takeover-note">{t("takeoverNote")}</p>
      </div>
      <button type="button" className="button takeover-button" onClick={acknowledge}>
        {t("acknowledge")}
      </button>
    </section>
  );
}
