import { routes, type SecondFactor } from "@abwab/contract";
import { formatDate, formatNumber, useLanguage, useMessages } from "@abwab/ui";
import { Alert, Button, Stack, Text, TextInput, Title } from "@mantine/core";
import { IconShieldCheck, IconShieldOff } from "@tabler/icons-react";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { api } from "../app/api.ts";
import { FormDialog } from "../app/form-dialog.tsx";
import { PasswordField } from "../app/password-field.tsx";
import { ProblemAlert } from "../app/problem-alert.tsx";
import { accountMessages } from "./account-messages.ts";
import { FactorEnrolment } from "./factor-enrolment.tsx";
import { peopleMessages } from "./people-messages.ts";

const FEW_CODES = 3;
const factorQuery = { queryKey: ["second-factor"], queryFn: () => api.call(routes.secondFactor) };

/** Whether signing in asks for a code of a telephone, and how to change that. */
export function FactorCard() {
  const t = useMessages(accountMessages);
  const client = useQueryClient();
  const factor = useQuery(factorQuery);
  const [task, setTask] = useState<"enrol" | "remove">();
  const close = () => {
    setTask(undefined);
    void client.invalidateQueries({ queryKey: factorQuery.queryKey });
  };
  return (
    <section className="card account-card" aria-labelledby="factor-title">
      <Title order={2} size="h4" id="factor-title">
        {t("factor")}
      </Title>
      <ProblemAlert error={factor.error} retry={() => void factor.refetch()} />
      {factor.data && <FactorState factor={factor.data} onTask={setTask} />}
      {task === "enrol" && <FactorEnrolment onClose={close} />}
      {task === "remove" && <FactorRemoval onClose={close} />}
    </section>
  );
}

interface FactorStateProps {
  factor: SecondFactor;
  onTask: (task: "enrol" | "remove") => void;
}

function FactorState({ factor: { enrolledAt, recoveryCodesLeft }, onTask }: FactorStateProps) {
  const t = useMessages(accountMessages);
  const { language } = useLanguage();
  if (enrolledAt === null) {
    return (
      <Stack align="start" mt="xs">
        <Text c="dimmed" size="sm">
          {t("factorOff")}
        </Text>
        <Button leftSection={<IconShieldCheck size={18} aria-hidden />} onClick={() => onTask("enrol")}>
          {t("turnOn")}
        </Button>
      </Stack>
    );
  }
  return (
    <Stack align="start" mt="xs">
      <Text size="sm">{t("factorOn", { date: formatDate(enrolledAt, language) })}</Text>
      <Text size="sm">{t("codesLeft", { number: formatNumber(recoveryCodesLeft, language) })}</Text>
      {recoveryCodesLeft < FEW_CODES && <Alert color="brass">{t("codesFew")}</Alert>}
      <Button variant="default" leftSection={<IconShieldOff size={18} aria-hidden />} onClick={() => onTask("remove")}>
        {t("turnOff")}
      </Button>
    </Stack>
  );
}

function FactorRemoval({ onClose }: { onClose: () => void }) {
  const t = useMessages(accountMessages);
  const people = useMessages(peopleMessages);
  const [password, setPassword] = useState("");
  const [code, setCode] = useState("");
  const removal = useMutation({
    mutationFn: () => api.call(routes.removeSecondFactor, { body: { password, code } }),
    onSuccess: onClose,
  });
  return (
    <FormDialog
      title={t("turnOff")}
      submit={t("turnOff")}
      danger
      onClose={onClose}
      onSubmit={() => removal.mutate()}
      pending={removal.isPending}
      error={removal.error}
    >
      <Text>{t("turnOffText")}</Text>
      <PasswordField
        label={people("currentPassword")}
        autoComplete="current-password"
        value={password}
        onChange={(event) => setPassword(event.currentTarget.value)}
      />
      <TextInput
        label={t("codeOrRecovery")}
        dir="ltr"
        autoComplete="one-time-code"
        value={code}
        onChange={(event) => setCode(event.currentTarget.value)}
      />
    </FormDialog>
  );
}
