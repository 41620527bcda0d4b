import {
  accreditationPatch,
  newAccreditation,
  routes,
  type Accreditation,
  type BodyOf,
  type Edition,
  type NewAccreditation,
  type Organisation,
} from "@abwab/contract";
import { useMessages } from "@abwab/ui";
import { TextInput } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { api } from "../app/api.ts";
import { FormDialog } from "../app/form-dialog.tsx";
import { useGuard } from "../guarded/use-guard.tsx";
import { useChecked, type ErrorAt } from "../app/use-checked.ts";
import { OrganisationField } from "../visits/organisation-field.tsx";
import { mediaMessages } from "./media-messages.ts";
import { mediaKey } from "./media-queries.ts";

const orNull = (text: string): string | null => (text.trim() === "" ? null : text);

export interface AccreditationFormProps {
  edition: Edition;
  onIssued: (accreditation: Accreditation) => void;
  onClose: () => void;
}

/** Accredits a journalist of an outlet. */
export function AccreditationForm({ edition: { slug }, onIssued, onClose }: AccreditationFormProps) {
  const t = useMessages(mediaMessages);
  const client = useQueryClient();
  const [outlet, setOutlet] = useState<Organisation | null>(null);
  const [holder, setHolder] = useState("");
  const [duty, setDuty] = useState("");
  const save = useMutation({
    mutationFn: (body: NewAccreditation) => api.call(routes.accredit, { params: { slug }, body }),
    onSuccess: async (accreditation) => {
      await client.invalidateQueries({ queryKey: mediaKey(slug) });
      onIssued(accreditation);
    },
  });
  const filledIn = { organisationId: outlet?.id ?? "", holder, duty: orNull(duty) };
  const { errorAt, send } = useChecked(newAccreditation, filledIn, save.error);
  return (
    <FormDialog
      title={t("accredit")}
      submit={t("accredit")}
      onClose={onClose}
      onSubmit={() => send(save.mutate)}
      pending={save.isPending}
      error={save.error}
    >
      <OrganisationField
        slug={slug}
        label={t("outlet")}
        type="media"
        autoFocus
        value={outlet}
        onChange={setOutlet}
        error={errorAt("organisationId")}
      />
      <HolderFields holder={holder} duty={duty} onHolder={setHolder} onDuty={setDuty} errorAt={errorAt} />
    </FormDialog>
  );
}

export interface AccreditationCorrectionProps {
  edition: Edition;
  accreditation: Accreditation;
  onClose: () => void;
}

/** Corrects what stands on a badge; its code stays. */
export function AccreditationCorrection({ edition: { slug }, accreditation, onClose }: AccreditationCorrectionProps) {
  const client = useQueryClient();
  const [holder, setHolder] = useState(accreditation.holder ?? "");
  const [duty, setDuty] = useState(accreditation.duty ?? "");
  const t = useMessages(mediaMessages);
  const params = { slug, id: accreditation.id };
  const guard = useGuard({
    thing: accreditation,
    draftOf: (thing: Accreditation) => ({ holder: thing.holder ?? "", duty: thing.duty ?? "" }),
    draft: { holder, duty },
    onDraft: (merged) => {
      setHolder(merged.holder);
      setDuty(merged.duty);
    },
    read: () => api.callIfChanged(routes.getAccreditation, undefined, { params }),
    words: { holder: t("holder"), duty: t("duty") },
  });
  const save = useMutation({
    mutationFn: (body: BodyOf<typeof routes.changeAccreditation>) =>
      guard.save((headers) => api.call(routes.changeAccreditation, { params, headers, body })),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: mediaKey(slug) });
      onClose();
    },
  });
  const { errorAt, send } = useChecked(accreditationPatch, { holder, duty: orNull(duty) }, save.error);
  const { error, notice } = guard.shown(save.error, save.reset);
  return (
    <FormDialog
      title={accreditation.outlet}
      onClose={onClose}
      onSubmit={() => send(save.mutate)}
      pending={save.isPending}
      error={error}
    >
      <HolderFields holder={holder} duty={duty} onHolder={setHolder} onDuty={setDuty} errorAt={errorAt} />
      {notice}
    </FormDialog>
  );
}

interface HolderFieldsProps {
  holder: string;
  duty: string;
  onHolder: (holder: string) => void;
  onDuty: (duty: string) => void;
  errorAt: ErrorAt;
}

function HolderFields({ holder, duty, onHolder, onDuty, errorAt }: HolderFieldsProps) {
  const t = useMessages(mediaMessages);
  return (
    <>
      <TextInput
        label={t("holder")}
        description={t("holderHint")}
        required
        autoComplete="off"
        value={holder}
        onChange={(event) => onHolder(event.currentTarget.value)}
        error={errorAt("holder")}
      />
      <TextInput
        label={t("duty")}
        description={t("dutyHint")}
        value={duty}
        onChange={(event) => onDuty(event.currentTarget.value)}
        error={errorAt("duty")}
      />
    </>
  );
}
