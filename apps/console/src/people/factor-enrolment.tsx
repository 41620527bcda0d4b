import { type OfferedFactor, routes } from "@abwab/contract";
import { QrCode, useMessages } from "@abwab/ui";
import { Alert, Button, Code, Group, Modal, Stack, Text, TextInput } from "@mantine/core";
import { IconEyeOff } from "@tabler/icons-react";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { api } from "../app/api.ts";
import { appMessages } from "../app/app-messages.ts";
import { CopyButton } from "../app/copy-button.tsx";
import { FormDialog } from "../app/form-dialog.tsx";
import { PasswordField } from "../app/password-field.tsx";
import { useReturnFocus } from "../app/use-return-focus.ts";
import { accountMessages } from "./account-messages.ts";
import { peopleMessages } from "./people-messages.ts";

/** Three steps: the password, the telephone, the recovery codes. */
export function FactorEnrolment({ onClose }: { onClose: () => void }) {
  const [offered, setOffered] = useState<OfferedFactor>();
  const [codes, setCodes] = useState<readonly string[]>();
  if (codes) return <RecoveryCodes codes={codes} onClose={onClose} />;
  if (offered) return <PhoneStep offered={offered} onDone={setCodes} onClose={onClose} />;
  return <PasswordStep onDone={setOffered} onClose={onClose} />;
}

interface StepProps<Result> {
  onDone: (result: Result) => void;
  onClose: () => void;
}

function PasswordStep({ onDone, onClose }: StepProps<OfferedFactor>) {
  const t = useMessages(accountMessages);
  const people = useMessages(peopleMessages);
  const [password, setPassword] = useState("");
  const offer = useMutation({
    mutationFn: () => api.call(routes.offerSecondFactor, { body: { password } }),
    onSuccess: onDone,
  });
  return (
    <FormDialog
      title={t("proveTitle")}
      submit={t("next")}
      onClose={onClose}
      onSubmit={() => offer.mutate()}
      pending={offer.isPending}
      error={offer.error}
    >
      <PasswordField
        label={people("currentPassword")}
        autoComplete="current-password"
        data-autofocus
        value={password}
        onChange={(event) => setPassword(event.currentTarget.value)}
      />
    </FormDialog>
  );
}

function PhoneStep({ offered, onDone, onClose }: StepProps<readonly string[]> & { offered: OfferedFactor }) {
  const t = useMessages(accountMessages);
  const [code, setCode] = useState("");
  const confirmation = useMutation({
    mutationFn: () => api.call(routes.confirmSecondFactor, { body: { code } }),
    onSuccess: ({ recoveryCodes }) => onDone(recoveryCodes),
  });
  return (
    <FormDialog
      title={t("scanTitle")}
      submit={t("confirm")}
      onClose={onClose}
      onSubmit={() => confirmation.mutate()}
      pending={confirmation.isPending}
      error={confirmation.error}
    >
      <Text>{t("scanText")}</Text>
      <div className="pairing-qr" style={{ alignSelf: "center" }}>
        <QrCode text={offered.uri} size={210} />
      </div>
      <Text size="sm" c="dimmed">
        {t("typeInstead")}
      </Text>
      <Code block dir="ltr" fz="sm" style={{ overflowWrap: "anywhere", whiteSpace: "pre-wrap" }} data-testid="secret">
        {offered.secret}
      </Code>
      <TextInput
        label={t("code")}
        dir="ltr"
        inputMode="numeric"
        autoComplete="one-time-code"
        data-autofocus
        value={code}
        onChange={(event) => setCode(event.currentTarget.value)}
      />
    </FormDialog>
  );
}

/** Shown only once; a click beside them doesn't close them. */
function RecoveryCodes({ codes, onClose }: { codes: readonly string[]; onClose: () => void }) {
  const t = useMessages(accountMessages);
  const app = useMessages(appMessages);
  useReturnFocus();
  return (
    <Modal
      opened
      onClose={onClose}
      title={t("recoveryTitle")}
      closeOnClickOutside={false}
      closeButtonProps={{ "aria-label": app("close") }}
    >
      <Stack>
        <Alert color="brass" icon={<IconEyeOff aria-hidden />}>
          {t("recoveryText")}
        </Alert>
        <Code block dir="ltr" fz="md" data-testid="recovery-codes">
          {codes.join("\n")}
        </Code>
        <Group justify="flex-end">
          <CopyButton value={codes.join("\n")} label={app("copy")} copiedLabel={app("copied")} />
          <Button onClick={onClose}>{t("keptThem")}</Button>
        </Group>
      </Stack>
    </Modal>
  );
}
