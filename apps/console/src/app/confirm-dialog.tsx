import { Text } from "@mantine/core";
import { useMutation, useQueryClient, type QueryKey } from "@tanstack/react-query";
import { FormDialog } from "./form-dialog.tsx";

export interface ConfirmDialogProps<Result> {
  title: string;
  /** What will happen, and what can't be undone. */
  text: string;
  submit: string;
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
  submit,
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
      danger
      onClose={onClose}
      onSubmit={() => action.mutate()}
      pending={action.isPending}
      error={action.error}
    >
      <Text>{text}</Text>
    </FormDialog>
  );
}
