import { passRevocation } from "@abwab/contract";
import { Text, Textarea } from "@mantine/core";
import { useMutation, useQueryClient, type QueryKey } from "@tanstack/react-query";
import { useState } from "react";
import { FormDialog } from "./form-dialog.tsx";
import { useChecked } from "./use-checked.ts";

export interface ReasonDialogProps<Result> {
  title: string;
  /** What will happen. */
  text: string;
  reasonLabel: string;
  submit: string;
  act: (body: { reason: string }) => Promise<Result>;
  onDone?: (result: Result) => void;
  refresh: QueryKey;
  onClose: () => void;
}

/** Asks why, for the audit trail, before something that can't be undone. */
export function ReasonDialog<Result>(props: ReasonDialogProps<Result>) {
  const client = useQueryClient();
  const [reason, setReason] = useState("");
  const save = useMutation({
    mutationFn: props.act,
    onSuccess: async (result) => {
      await client.invalidateQueries({ queryKey: props.refresh });
      if (props.onDone) props.onDone(result);
      else props.onClose();
    },
  });
  const { errorAt, send } = useChecked(passRevocation, { reason }, save.error);
  return (
    <FormDialog
      title={props.title}
      submit={props.submit}
      danger
      onClose={props.onClose}
      onSubmit={() => send(save.mutate)}
      pending={save.isPending}
      error={save.error}
    >
      <Text>{props.text}</Text>
      <Textarea
        label={props.reasonLabel}
        required
        data-autofocus
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
        error={errorAt("reason")}
      />
    </FormDialog>
  );
}
