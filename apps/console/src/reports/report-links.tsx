import { useMessages } from "@abwab/ui";
import { Button } from "@mantine/core";
import { IconDownload, IconFileText } from "@tabler/icons-react";
import { reportMessages } from "./report-messages.ts";

export interface ReportLinksProps {
  href: string;
  /** What the links are called where their text alone does not say of which report they are. */
  openName: string;
  downloadName: string;
}

/** A report to look at, or to keep. */
export function ReportLinks({ href, openName, downloadName }: ReportLinksProps) {
  const t = useMessages(reportMessages);
  return (
    <div className="report-links">
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
