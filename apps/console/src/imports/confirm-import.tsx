import { routes, type ImportSummary } from "@abwab/contract";
import { useMessages } from "@abwab/ui";
import { Alert, Text } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { api } from "../app/api.ts";
import { FormDialog } from "../app/form-dialog.tsx";
import { importMessages } from "./import-messages.ts";
import { planOf } from "./import-plan.ts";
import { importQuery } from "./import-queries.ts";
import { PlanList } from "./plan-list.tsx";

interface ConfirmImportProps {
  slug: string;
  summary: ImportSummary;
  onClose: () => void;
}

/** Says in numbers what will be done, before any of it is. */
export function ConfirmImport({ slug, summary, onClose }: ConfirmImportProps) {
  const t = useMessages(importMessages);
  const client = useQueryClient();
  const { id } = summary;
  const { added, changed, undecided } = planOf(summary);
  const isNothing = added + changed === 0;
  const confirm = useMutation({
    mutationFn: () => api.call(routes.confirmImport, { params: { slug, id } }),
    onSuccess: (next) => {
      client.setQueryData(importQuery(slug, id).queryKey, next);
      onClose();
    },
  });
  return (
    <FormDialog
      title={t("confirmTitle")}
      submit={t("confirm")}
      onClose={onClose}
      onSubmit={() => !isNothing && confirm.mutate()}
      pending={confirm.isPending}
      error={confirm.error}
    >
      <Text>{t("confirmText")}</Text>
      <PlanList summary={summary} />
      {isNothing && (
        <Alert color="brass" role="status">
          {t("nothingToDo")}
        </Alert>
      )}
      {undecided > 0 && <Alert color="brass">{t("undecided", { count: undecided })}</Alert>}
      {!isNothing && <Text c="dimmed">{t("confirmUndo")}</Text>}
    </FormDialog>
  );
}
