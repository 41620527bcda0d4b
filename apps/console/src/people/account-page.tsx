import { routes } from "@abwab/contract";
import { LanguageSwitch, useMessages } from "@abwab/ui";
import { Alert, Button, Stack, Text, Title } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { useState, type SubmitEvent } from "react";
import { api } from "../app/api.ts";
import { appMessages, roleTexts } from "../app/app-messages.ts";
import { fieldMessages } from "../app/field-messages.ts";
import { focusFirstFault } from "../app/focus-first-fault.ts";
import { PageHeader } from "../app/page-header.tsx";
import { PasswordField } from "../app/password-field.tsx";
import { ProblemAlert } from "../app/problem-alert.tsx";
import { useUser } from "../sign-in/session.ts";
import { FactorCard } from "./factor-card.tsx";
import { peopleMessages } from "./people-messages.ts";
import { SessionsCard } from "./sessions-card.tsx";

const SHORTEST = 12;

export function AccountPage() {
  const t = useMessages(peopleMessages);
  const app = useMessages(appMessages);
  const user = useUser();
  return (
    <div className="page">
      <PageHeader
        title={t("accountTitle")}
        hint={
          <>
            <bdi>{user.name}</bdi> · <bdi>{user.email}</bdi> · {app(roleTexts[user.role])}
          </>
        }
        actions={<LanguageSwitch variant="row" />}
      />
      <Stack gap="md">
        <section className="card account-card" aria-labelledby="password-title">
          <Title order={2} size="h4" id="password-title">
            {t("changePassword")}
          </Title>
          <Text c="dimmed" size="sm">
            {t("changePasswordHint")}
          </Text>
          <PasswordForm />
        </section>
        <FactorCard />
        <SessionsCard />
      </Stack>
    </div>
  );
}

function PasswordForm() {
  const t = useMessages(peopleMessages);
  const app = useMessages(appMessages);
  const field = useMessages(fieldMessages);
  const [current, setCurrent] = useState("");
  const [password, setPassword] = useState("");
  const [tried, setTried] = useState(false);
  const change = useMutation({
    mutationFn: () => api.call(routes.changePassword, { body: { current, password } }),
    onSuccess: () => {
      setCurrent("");
      setPassword("");
      setTried(false);
    },
  });
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    setTried(true);
    if (current && password.length >= SHORTEST) change.mutate();
    focusFirstFault(event.currentTarget);
  };
  return (
    <form onSubmit={submit} noValidate>
      <Stack mt="md">
        <PasswordField
          label={t("currentPassword")}
          autoComplete="current-password"
          required
          value={current}
          onChange={(event) => setCurrent(event.currentTarget.value)}
          error={tried && !current ? field("required") : null}
        />
        <PasswordField
          label={t("newPassword")}
          description={t("newPasswordLength")}
          autoComplete="new-password"
          required
          value={password}
          onChange={(event) => setPassword(event.currentTarget.value)}
          error={tried && password.length < SHORTEST ? t("passwordShort") : null}
        />
        <ProblemAlert error={change.error} />
        {change.isSuccess && (
          <Alert color="forest" role="status">
            {t("passwordChanged")}
          </Alert>
        )}
        <Button type="submit" loading={change.isPending} style={{ alignSelf: "start" }}>
          {app("save")}
        </Button>
      </Stack>
    </form>
  );
}
