import { ApiProblem } from "@abwab/api-client";
import { routes, type ShownInvitation } from "@abwab/contract";
import { useMessages } from "@abwab/ui";
import { Alert, Button, Stack, TextInput } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState, type SubmitEvent } from "react";
import { useNavigate } from "react-router";
import { api } from "../app/api.ts";
import { focusFirstFault } from "../app/focus-first-fault.ts";
import { PasswordField } from "../app/password-field.tsx";
import { ProblemAlert } from "../app/problem-alert.tsx";
import { SESSION_KEY } from "../app/query-client.ts";
import { useCountdown } from "../app/use-countdown.ts";
import { invitationMessages } from "./invitation-messages.ts";
import { sessionOf } from "./session.ts";
import { signInMessages } from "./sign-in-messages.ts";

const SHORTEST = 12;

interface InvitationFormProps {
  token: string;
  link: ShownInvitation;
  /** Who is signed in here by now, where that is somebody else. */
  replacing: string | undefined;
  onAccepted: () => void;
}

/** Chooses the password that a link is for; whoever does is signed in. */
export function InvitationForm({ token, link, replacing, onAccepted }: InvitationFormProps) {
  const t = useMessages(invitationMessages);
  const signIn = useMessages(signInMessages);
  const client = useQueryClient();
  const navigate = useNavigate();
  const [password, setPassword] = useState("");
  const [code, setCode] = useState("");
  const [tried, setTried] = useState(false);
  const acceptance = useMutation({
    mutationFn: () => api.call(routes.acceptInvitation, { body: { token, password, ...(code ? { code } : {}) } }),
    onSuccess: (signedIn) => {
      onAccepted();
      client.clear();
      client.setQueryData(SESSION_KEY, sessionOf(signedIn));
      void navigate("/", { replace: true });
    },
  });
  const problem = acceptance.error instanceof ApiProblem ? acceptance.error : undefined;
  const wait = useCountdown(problem?.retryAfterSeconds, problem);
  const needsCode = link.codeNeeded || problem?.code === "second_factor_required";
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    setTried(true);
    if (password.length >= SHORTEST && (code || !needsCode)) acceptance.mutate();
    focusFirstFault(event.currentTarget);
  };
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="md" mt="lg">
        {replacing !== undefined && <Alert color="brass">{t("replacing", { email: replacing })}</Alert>}
        {/* So that a password manager knows whose password it keeps. */}
        <input type="hidden" name="email" autoComplete="username" value={link.email} readOnly />
        <PasswordField
          label={t("password")}
          description={t("passwordHint")}
          name="password"
          size="md"
          autoComplete="new-password"
          autoFocus
          value={password}
          onChange={(event) => setPassword(event.currentTarget.value)}
          error={tried && password.length < SHORTEST ? t("passwordShort") : null}
        />
        {needsCode && (
          <TextInput
            label={signIn("code")}
            description={signIn("codeHint")}
            size="md"
            dir="ltr"
            autoComplete="one-time-code"
            value={code}
            onChange={(event) => setCode(event.currentTarget.value)}
            error={tried && !code ? t("codeMissing") : null}
          />
        )}
        <ProblemAlert error={acceptance.error} />
        <Button type="submit" size="md" loading={acceptance.isPending} disabled={wait > 0}>
          {t("submit")}
        </Button>
      </Stack>
    </form>
  );
}
