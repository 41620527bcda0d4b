import { useMessages } from "@abwab/ui";
import { Button, FileButton, Text } from "@mantine/core";
import { IconFileSpreadsheet } from "@tabler/icons-react";
import { useState, type DragEvent } from "react";
import { importMessages } from "./import-messages.ts";

interface FileDropProps {
  onFile: (file: File) => void;
  isBusy: boolean;
  /** Which files are taken. */
  hint: string;
}

/** A place to drop a file on, with a button that does the same for who has no mouse. */
export function FileDrop({ onFile, isBusy, hint }: FileDropProps) {
  const t = useMessages(importMessages);
  const [isOver, setOver] = useState(false);
  const over = (event: DragEvent) => {
    // Without this the browser would open the file itself.
    event.preventDefault();
    setOver(true);
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    const file = event.dataTransfer.files[0];
    if (file && !isBusy) onFile(file);
  };
  return (
    <div
      className="file-drop"
      data-over={isOver}
      onDragEnter={over}
      onDragOver={over}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <IconFileSpreadsheet size={40} stroke={1.3} aria-hidden />
      <Text fw={500}>{t("drop")}</Text>
      {/* Any file may be chosen: what it is, is read from what stands in it, and said. */}
      <FileButton onChange={(file) => file && onFile(file)}>
        {(props) => (
          <Button {...props} loading={isBusy}>
            {t("choose")}
          </Button>
        )}
      </FileButton>
      <Text size="sm" c="dimmed">
        {hint}
      </Text>
    </div>
  );
}
