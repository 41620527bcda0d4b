import { formatDate, formatTime, localName, useLanguage, useMessages } from "@abwab/ui";
import { useEffect, useState } from "react";
import { flushSync } from "react-dom";
import { useParams } from "react-router";
import { useEdition } from "../editions/edition-queries.ts";
import { appMessages } from "./app-messages.ts";

/** On paper only: of which edition a page is, and as of when; a sheet outlives what it shows. */
export function PaperLine() {
  const t = useMessages(appMessages);
  const { language } = useLanguage();
  const { slug = "" } = useParams();
  const edition = useEdition(slug);
  const [at, setAt] = useState(() => Date.now());
  useEffect(() => {
    // The sheet is laid out as soon as this event is over.
    const now = () => flushSync(() => setAt(Date.now()));
    window.addEventListener("beforeprint", now);
    return () => window.removeEventListener("beforeprint", now);
  }, []);
  const timeZone = edition?.timeZone;
  const time = `${formatDate(at, language, "long", timeZone)} ${formatTime(at, language, { timeZone })}`;
  return (
    <p className="on-paper paper-line">
      {edition && `${localName(edition.names, language)} · ${edition.city} · `}
      {t("printedAt", { time })}
    </p>
  );
}
