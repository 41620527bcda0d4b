import { ApiProblem, Unreachable } from "@abwab/api-client";
import { useMessages } from "@abwab/ui";
import { Button, Group, Loader, Modal } from "@mantine/core";
import { IconDownload, IconFileText } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { appMessages } from "../app/app-messages.ts";
import { ProblemAlert } from "../app/problem-alert.tsx";
import { useReturnFocus } from "../app/use-return-focus.ts";
import { reportMessages } from "./report-messages.ts";

export interface ReportPreviewProps {
  /** Where the PDF is. */
  href: string;
  onClose: () => void;
}

/** The first page of a report as it will be made, drawn by the service from the PDF. */
export function ReportPreview({ href, onClose }: ReportPreviewProps) {
  const t = useMessages(reportMessages);
  const app = useMessages(appMessages);
  useReturnFocus();
  const picture = useQuery({
    queryKey: ["report-preview", href],
    queryFn: ({ signal }) => fetchPicture(href, signal),
    // What it shows is of this moment.
    staleTime: 0,
    gcTime: 0,
    retry: false,
    refetchOnWindowFocus: false,
  });
  const address = useAddress(picture.data);
  return (
    <Modal opened onClose={onClose} title={t("preview")} size="52rem" closeButtonProps={{ "aria-label": app("close") }}>
      <ProblemAlert error={picture.error} retry={() => void picture.refetch()} />
      {picture.isFetching && !picture.data && (
        <div className="report-preview-wait" role="status">
          <Loader size="sm" /> {t("previewWait")}
        </div>
      )}
      {address !== undefined && <img className="report-preview" src={address} alt={t("previewHint")} />}
      <Group justify="space-between" mt="md">
        <span className="zone-note">{t("previewHint")}</span>
        <div className="report-links">
          <Button component="a" href={href} target="_blank" leftSection={<IconFileText size={18} aria-hidden />}>
            {t("open")}
          </Button>
          <Button
            component="a"
            href={href}
            download
            variant="default"
            leftSection={<IconDownload size={18} aria-hidden />}
          >
            {t("download")}
          </Button>
        </div>
      </Group>
    </Modal>
  );
}

/** The address of what was fetched, as long as it is shown. */
function useAddress(picture: Blob | undefined): string | undefined {
  const [address, setAddress] = useState<string>();
  useEffect(() => {
    if (picture === undefined) return;
    const made = URL.createObjectURL(picture);
    setAddress(made);
    return () => {
      URL.revokeObjectURL(made);
    };
  }, [picture]);
  return address;
}

async function fetchPicture(href: string, signal: AbortSignal): Promise<Blob> {
  const response = await fetch(`${href}&format=picture`, { signal }).catch((error: unknown) => {
    if (signal.aborted) throw error;
    throw new Unreachable("The preview can’t be fetched.", { cause: error });
  });
  if (!response.ok) throw new ApiProblem(response, await response.json().catch(() => undefined));
  return response.blob();
}
