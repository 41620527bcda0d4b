import { Button, CopyButton as Copying } from "@mantine/core";
import { IconCheck, IconCopy } from "@tabler/icons-react";

interface CopyButtonProps {
  value: string;
  label: string;
  copiedLabel: string;
}

/** Copies a text, and says that it did. */
export function CopyButton({ value, label, copiedLabel }: CopyButtonProps) {
  return (
    <Copying value={value}>
      {({ copied, copy }) => (
        <Button
          variant="default"
          onClick={copy}
          leftSection={copied ? <IconCheck size={16} /> : <IconCopy size={16} />}
        >
          {copied ? copiedLabel : label}
        </Button>
      )}
    </Copying>
  );
}
