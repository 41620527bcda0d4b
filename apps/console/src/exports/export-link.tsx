import { useMessages } from "@abwab/ui";
import { Button } from "@mantine/core";
import { IconFileExport } from "@tabler/icons-react";
import { Link } from "react-router";
import { useMay } from "../sign-in/session.ts";
import { exportAddress, type WantedExport } from "./export-address.ts";
import { exportLinkMessages } from "./export-link-messages.ts";

/** Leads to the exports page with what is on screen filled in; for who may export. */
export function ExportLink({ slug, wanted }: { slug: string; wanted: WantedExport }) {
  const t = useMessages(exportLinkMessages);
  if (!useMay("organiser")) return null;
  return (
    <Button
      component={Link}
      to={exportAddress(slug, wanted)}
      variant="default"
      leftSection={<IconFileExport size={18} aria-hidden />}
    >
      {t("export")}
    </Button>
  );
}
