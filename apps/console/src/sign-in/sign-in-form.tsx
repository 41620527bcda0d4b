import { ApiProblem } from "@abwab/api-client";
import { routes } from "@abwab/contract";
import { useMessages } from "@abwab/ui";
import { Button, Stack, TextInput } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState, type SubmitEvent } from "react";
import { api } from "../app/api.ts";
import { focusFirstFault } from "../app/focus-first-fault.ts";
import { PasswordField } from "../app/password-field.tsx";
import { ProblemAlert } from "../app/problem-alert.tsx";
import { SESSION_KEY } from "../app/query-client.ts";
import { useCountdown } from "../app/use-countdown.ts";
import { sessionOf } from "./session.ts";
import { signInMessages } from "./sign-in-messages.ts";

export function SignInForm() {
  const t = useMessages(signInMessages);
  const client = useQueryClient();
  const [email, setEmail] = useState("");
  const [password, setPassword] = useState("");
  const [code, setCode] = useState("");
  const [tried, setTried] = useState(false);
  const signIn = useMutation({
    mutationFn: () => api.call(routes.signIn, { body: { email: email.trim(), password, ...(code ? { code } : {}) } }),
    onSuccess: (signedIn) => client.setQueryData(SESSION_KEY, sessionOf(signedIn)),
  });
  const problem = signIn.error instanceof ApiProblem ? signIn.error : undefined;
  const wait = useCountdown(problem?.retryAfterSeconds, problem);
  const needsCode = problem?.code === "second_factor_required" || code !== "";

  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    setTried(true);
    if (email.trim() && password) signIn.mutate();
    focusFirstFault(event.currentTarget);
  };
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="md" mt="lg">
        <TextInput
          label={t("email")}
          type="email"
          name="email"
          size="md"
          dir="ltr"
          autoComplete="username"
          autoFocus
          value={email}
          onChange={(event) => setEmail(event.currentTarget.value)}
          error={tried && !email.trim() ? t("emailMissing") : null}
        />
        <PasswordField
          label={t("password")}
          name="password"
          size="md"
          autoComplete="current-password"
          value={password}
          onChange={(event) => setPassword(event.currentTarget.value)}
          error={tried && !password ? t("passwordMissing") : null}
        />
        {needsCode && (
          <TextInput
            label={t("code")}
            description={t("codeHint")}
            size="md"
            dir="ltr"
            autoFocus
            autoComplete="one-time-code"
            value={code}
            onChange={(event) => setCode(event.currentTarget.value)}
          />
        )}
        <ProblemAlert error={signIn.error} />
        <Button type="submit" size="md" loading={signIn.isPending} disabled={wait > 0}>
          {t("submit")}
        </Button>
      </Stack>
    </form>
  );
}
