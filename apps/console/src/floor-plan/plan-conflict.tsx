import { useMessages } from "@abwab/ui";
import { Alert, Button, Group } from "@mantine/core";
import { IconUsersGroup } from "@tabler/icons-react";
import { editorMessages } from "./editor-messages.ts";

export interface PlanConflictProps {
  onTheirs: () => void;
  onMine: () => void;
}

/** Two have drawn at once: says so, and lets the second decide. */
export function PlanConflict({ onTheirs, onMine }: PlanConflictProps) {
  const t = useMessages(editorMessages);
  return (
    <Alert color="clay" role="alert" mb="md" title={t("conflictTitle")} icon={<IconUsersGroup aria-hidden />}>
      {t("conflictText")} {t("loadTheirsHint")}
      <Group mt="sm" gap="sm">
        <Button size="sm" onClick={onTheirs}>
          {t("loadTheirs")}
        </Button>
        <Button size="sm" variant="default" onClick={onMine}>
          {t("saveMine")}
        </Button>
      </Group>
    </Alert>
  );
}
