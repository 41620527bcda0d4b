import { useMessages } from "@abwab/ui";
import { Alert } from "@mantine/core";
import { IconAlertTriangle } from "@tabler/icons-react";
import { importMessages } from "./import-messages.ts";
import type { MappingFault } from "./mapping-faults.ts";

/** Why one can't go on yet; said aloud as it changes. */
export function MappingFaults({ faults }: { faults: readonly MappingFault[] }) {
  const t = useMessages(importMessages);
  return (
    <div role="status">
      {faults.length > 0 && (
        <Alert color="clay" icon={<IconAlertTriangle aria-hidden />}>
          {faults.map((fault) => (
            <div key={fault.code === "usedTwice" ? fault.field : fault.code}>
              {fault.code === "usedTwice" ? t("usedTwice", { field: t(fault.field) }) : t(fault.code)}
            </div>
          ))}
        </Alert>
      )}
    </div>
  );
}
