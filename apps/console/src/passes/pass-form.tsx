import {
  newPass,
  newPassBatch,
  routes,
  type Edition,
  type IssuedPass,
  type NewPass,
  type NewPassBatch,
} from "@abwab/contract";
import { useMessages } from "@abwab/ui";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { api } from "../app/api.ts";
import { FormDialog } from "../app/form-dialog.tsx";
import { useChecked } from "../app/use-checked.ts";
import { WholeNumberField } from "../app/whole-number-field.tsx";
import { emptyPass, passBodyOf, PassFields } from "./pass-fields.tsx";
import { passMessages } from "./pass-messages.ts";
import { passesKey } from "./pass-queries.ts";

interface PassFormProps {
  edition: Edition;
  onIssued: (issued: IssuedPass) => void;
  onClose: () => void;
}

export function PassForm({ edition, onIssued, onClose }: PassFormProps) {
  const t = useMessages(passMessages);
  const client = useQueryClient();
  const { slug } = edition;
  const [draft, setDraft] = useState(emptyPass);
  const save = useMutation({
    mutationFn: (body: NewPass) => api.call(routes.issuePass, { params: { slug }, body }),
    onSuccess: async (issued) => {
      await client.invalidateQueries({ queryKey: passesKey(slug) });
      onIssued(issued);
    },
  });
  const { errorAt, send } = useChecked(newPass, passBodyOf(edition, draft), save.error);
  return (
    <FormDialog
      title={t("issue")}
      size="lg"
      submit={t("issue")}
      onClose={onClose}
      onSubmit={() => send(save.mutate)}
      pending={save.isPending}
      error={save.error}
    >
      <PassFields
        edition={edition}
        draft={draft}
        onChange={(change) => setDraft((now) => ({ ...now, ...change }))}
        errorAt={errorAt}
      />
    </FormDialog>
  );
}

/** Many passes alike. */
export function BatchForm({ edition, onClose }: Omit<PassFormProps, "onIssued">) {
  const t = useMessages(passMessages);
  const client = useQueryClient();
  const { slug } = edition;
  const [draft, setDraft] = useState(emptyPass);
  const [count, setCount] = useState<number | null>(null);
  const save = useMutation({
    mutationFn: (body: NewPassBatch) => api.call(routes.createPassBatch, { params: { slug }, body }),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: passesKey(slug) });
      onClose();
    },
  });
  const { errorAt, send } = useChecked(newPassBatch, { ...passBodyOf(edition, draft), count }, save.error);
  return (
    <FormDialog
      title={t("issueMany")}
      size="lg"
      submit={t("issueMany")}
      onClose={onClose}
      onSubmit={() => send(save.mutate)}
      pending={save.isPending}
      error={save.error}
    >
      <WholeNumberField label={t("count")} required value={count} onChange={setCount} error={errorAt("count")} />
      <PassFields
        edition={edition}
        draft={draft}
        onChange={(change) => setDraft((now) => ({ ...now, ...change }))}
        errorAt={errorAt}
      />
    </FormDialog>
  );
}
