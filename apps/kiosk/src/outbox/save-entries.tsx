import { useMessages } from "@abwab/ui";
import { IconFileDownload } from "@tabler/icons-react";
import { useState } from "react";
import { handOverFiles, namesOf, writeEntriesFiles } from "./entries-file.ts";
import { outboxMessages } from "./outbox-messages.ts";
import type { OutboxStore } from "./outbox-store.ts";

interface SaveEntriesProps {
  readonly store: OutboxStore;
  /** How many records wait, of whatever edition. */
  readonly pending: number;
}

/** The last resort for what waits on a device that will not send it any more. */
export function SaveEntries({ store, pending }: SaveEntriesProps) {
  const t = useMessages(outboxMessages);
  const [told, setTold] = useState<{ name?: string }>();

  const save = async () => {
    try {
      const files = await writeEntriesFiles({ store, appVersion: __APP_VERSION__, now: Date.now() });
      if (await handOverFiles(files)) setTold({ name: namesOf(files) });
    } catch (error) {
      console.error("the waiting entries can't be written to a file", error);
      setTold({});
    }
  };

  return (
    <section className="save-entries">
      <h3>{t("fileTitle")}</h3>
      <p className="sheet-note">{t(pending === 0 ? "fileNothing" : "fileWhen")}</p>
      {pending > 0 && (
        <button type="button" className="button" onClick={() => void save()}>
          <IconFileDownload aria-hidden />
          {t("saveFile")}
        </button>
      )}
      <p className="sheet-note" role="status">
        {told && (told.name === undefined ? t("fileFailed") : t("fileSaved", { name: told.name }))}
      </p>
    </section>
  );
}
