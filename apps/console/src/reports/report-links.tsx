import { useMessages } from "@abwab/ui";
import { Button } from "@mantine/core";
import { IconDownload, IconEye, IconFileText } from "@tabler/icons-react";
import { useState } from "react";
import { reportMessages } from "./report-messages.ts";
import { ReportPreview } from "./report-preview.tsx";

export interface ReportLinksProps {
  href: string;
  /** What the links are called where their text alone does not say of which report they are. */
  openName: string;
  downloadName: string;
}

/** A report to look at before it is opened, to open, or to keep. */
export function ReportLinks({ href, openName, downloadName }: ReportLinksProps) {
  const t = useMessages(reportMessages);
  const [isShown, setShown] = useState(false);
  return (
    <div className="report-links">
      <Button
        variant="default"
        aria-label={`${t("preview")}: ${openName}`}
        leftSection={<IconEye size={18} aria-hidden />}
        onClick={() => setShown(true)}
      >
        {t("preview")}
      </Button>
      {isShown && <ReportPreview href={href} onClose={() => setShown(false)} />}
      <Button
        component="a"
        href={href}
        target="_blank"
        aria-label={openName}
        leftSection={<IconFileText size={18} aria-hidden />}
      >
        {t("open")}
      </Button>
      <Button
        component="a"
        href={href}
        download
        variant="default"
        aria-label={downloadName}
        leftSection={<IconDownload size={18} aria-hidden />}
      >
        {t("download")}
      </Button>
    </div>
  );
}
