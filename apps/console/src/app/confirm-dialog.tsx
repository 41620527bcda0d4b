import { Alert, Text } from "@mantine/core";
import { useMutation, useQueryClient, type QueryKey } from "@tanstack/react-query";
import { FormDialog } from "./form-dialog.tsx";

export interface ConfirmDialogProps<Result> {
  title: string;
  /** What will happen, and what can't be undone. */
  text: string;
  /** What one might not have thought of. */
  warning?: string | undefined;
  submit: string;
  /** Whether the button looks dangerous; it does by default. */
  danger?: boolean;
  act: () => Promise<Result>;
  /** What comes after it; closes by default. */
  onDone?: (result: Result) => void;
  /** Lists that differ afterwards. */
  refresh: QueryKey;
  onClose: () => void;
}

/** Asks once more before something that can't be undone. */
export function ConfirmDialog<Result>({
  title,
  text,
  warning,
  submit,
  danger = true,
  act,
  onDone,
  refresh,
  onClose,
}: ConfirmDialogProps<Result>) {
  const client = useQueryClient();
  const action = useMutation({
    mutationFn: act,
    onSuccess: async (result) => {
      await client.invalidateQueries({ queryKey: refresh });
      if (onDone) onDone(result);
      else onClose();
    },
  });
  return (
    <FormDialog
      title={title}
      submit={submit}
      danger={danger}
      onClose={onClose}
      onSubmit={() => action.mutate()}
      pending={action.isPending}
      error={action.error}
    >
      <Text>{text}</Text>
      {warning !== undefined && <Alert color="brass">{warning}</Alert>}
    </FormDialog>
  );
}
