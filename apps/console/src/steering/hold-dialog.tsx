import { routes, type SiteHeld, type Zone, type ZoneAcknowledgement, type ZoneKind } from "@abwab/contract";
import { useMessages } from "@abwab/ui";
import { Alert, Radio, Stack, Text } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { api } from "../app/api.ts";
import { FormDialog } from "../app/form-dialog.tsx";
import { MessageChoice, wordsOf, type ChosenMessage } from "./message-choice.tsx";
import { steeringMessages } from "./steering-messages.ts";

const scopes = {
  everything: { text: "holdEverything", kinds: null },
  gates: { text: "holdGates", kinds: ["site"] },
  pavilions: { text: "holdPavilions", kinds: ["site", "pavilion"] },
} as const satisfies Record<string, { text: string; kinds: readonly ZoneKind[] | null }>;
type Scope = keyof typeof scopes;
const names: readonly Scope[] = ["everything", "gates", "pavilions"];

interface HoldDialogProps {
  slug: string;
  zones: readonly Zone[];
  acknowledgements: readonly ZoneAcknowledgement[];
  onDone: (held: SiteHeld) => void;
  onClose: () => void;
}

/** Says what a hold of the site will do and how to take it back, before the second press does it. */
export function HoldDialog({ slug, zones, acknowledgements, onDone, onClose }: HoldDialogProps) {
  const t = useMessages(steeringMessages);
  const client = useQueryClient();
  const [scope, setScope] = useState<Scope>("everything");
  const [message, setMessage] = useState<ChosenMessage>({ phrase: "phraseLeave", own: "" });
  const { kinds } = scopes[scope];
  const concerned = zones.filter(({ kind }) => kinds === null || kinds.some((each) => each === kind));
  const held = concerned.filter(({ status }) => status !== "closed").length;
  const codes = new Set(concerned.map(({ code }) => code));
  const devices = acknowledgements.reduce((sum, each) => sum + (codes.has(each.zone) ? each.devices : 0), 0);
  const act = useMutation({
    mutationFn: () =>
      api.call(routes.holdSite, {
        params: { slug },
        body: { kinds: kinds === null ? null : [...kinds], message: wordsOf(message) },
      }),
    onSuccess: async (result) => {
      await client.invalidateQueries({ queryKey: ["editions", slug] });
      onDone(result);
    },
  });
  return (
    <FormDialog
      title={t("holdTitle")}
      submit={t("holdNow", { count: held })}
      danger
      size="lg"
      onClose={onClose}
      onSubmit={() => act.mutate()}
      pending={act.isPending}
      error={act.error}
    >
      <Radio.Group
        label={t("holdWhat")}
        value={scope}
        onChange={(value) => setScope(names.find((name) => name === value) ?? "everything")}
      >
        <Stack gap="xs" mt="xs">
          {names.map((name) => (
            <Radio key={name} value={name} label={t(scopes[name].text)} />
          ))}
        </Stack>
      </Radio.Group>
      <MessageChoice chosen={message} onChange={setMessage} />
      <Alert color="clay">
        <Text>{t("holdWill", { count: held, devices })}</Text>
        <Text mt="xs">{t("holdBack")}</Text>
      </Alert>
    </FormDialog>
  );
}
