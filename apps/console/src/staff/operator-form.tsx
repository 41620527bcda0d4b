import { newOperator, readPassCode, routes, type NewOperator, type Operator } from "@abwab/contract";
import { useMessages } from "@abwab/ui";
import { TextInput } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { api } from "../app/api.ts";
import { FormDialog } from "../app/form-dialog.tsx";
import { useGuard } from "../guarded/use-guard.tsx";
import { useChecked } from "../app/use-checked.ts";
import { staffMessages } from "./staff-messages.ts";
import { staffQuery } from "./staff-queries.ts";

export interface OperatorFormProps {
  slug: string;
  /** The one to change; a new one without. */
  operator?: Operator;
  onClose: () => void;
}

const orNull = (text: string): string | null => (text === "" ? null : text);

export function OperatorForm({ slug, operator, onClose }: OperatorFormProps) {
  const t = useMessages(staffMessages);
  const client = useQueryClient();
  const [code, setCode] = useState(operator?.code ?? "");
  const [name, setName] = useState(operator?.name ?? "");
  const [pin, setPin] = useState("");
  const [badge, setBadge] = useState(operator?.badge ?? "");
  const params = { slug, code: operator?.code ?? "" };
  const guard = useGuard({
    thing: operator,
    draftOf: (thing: Operator) => ({ name: thing.name, badge: thing.badge ?? "" }),
    draft: { name, badge },
    onDraft: (merged) => {
      setName(merged.name);
      setBadge(merged.badge);
    },
    read: () => api.callIfChanged(routes.getOperator, undefined, { params }),
    words: { name: t("name"), badge: t("badge") },
  });
  const save = useMutation({
    mutationFn: async (body: NewOperator) => {
      if (!operator) return api.call(routes.createOperator, { params: { slug }, body });
      const { pin: typed, code: _, ...rest } = body;
      const patch = { ...rest, ...(typed === null ? {} : { pin: typed }) };
      return guard.save((headers) => api.call(routes.changeOperator, { params, headers, body: patch }));
    },
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: staffQuery(slug).queryKey });
      onClose();
    },
  });
  const filledIn = { code, name, pin: orNull(pin), badge: badge.trim() === "" ? null : (readPassCode(badge) ?? badge) };
  const { errorAt, send } = useChecked(newOperator, filledIn, save.error);
  const { error, notice } = guard.shown(save.error, save.reset);
  return (
    <FormDialog
      title={operator ? t("change") : t("add")}
      onClose={onClose}
      onSubmit={() => send(save.mutate)}
      pending={save.isPending}
      error={error}
    >
      {!operator && (
        <TextInput
          label={t("code")}
          description={t("codeHint")}
          dir="ltr"
          required
          data-autofocus
          value={code}
          onChange={(event) => setCode(event.currentTarget.value.trim().toUpperCase())}
          error={errorAt("code")}
        />
      )}
      <TextInput
        label={t("name")}
        required
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
        error={errorAt("name")}
      />
      <TextInput
        label={t("pin")}
        description={operator?.hasPin ? `${t("pinHint")} ${t("pinKeep")}` : t("pinHint")}
        dir="ltr"
        inputMode="numeric"
        autoComplete="off"
        value={pin}
        onChange={(event) => setPin(event.currentTarget.value)}
        error={errorAt("pin")}
      />
      <TextInput
        label={t("badge")}
        description={t("badgeHint")}
        dir="ltr"
        autoComplete="off"
        value={badge}
        onChange={(event) => setBadge(event.currentTarget.value)}
        error={errorAt("badge")}
      />
      {notice}
    </FormDialog>
  );
}
