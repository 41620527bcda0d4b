import { useMessages } from "@abwab/ui";
import { IconBarcode } from "@tabler/icons-react";
import { scanMessages } from "./scan-messages.ts";

/** Waits for a hand-held reader, and says how to hold it. */
export function ReaderPanel() {
  const t = useMessages(scanMessages);
  return (
    <section className="reader" aria-label={t("way_reader")}>
      <span className="reader-mark" aria-hidden>
        <IconBarcode size={84} stroke={1.4} />
        <span className="reader-beam" />
      </span>
      <h2>{t("readerReady")}</h2>
      <p>{t("readerHint")}</p>
    </section>
  );
}
