import { ApiProblem } from "@abwab/api-client";
import { routes } from "@abwab/contract";
import { formatDate, useLanguage, useMessages } from "@abwab/ui";
import { Button, Stack } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { Link, useLocation } from "react-router";
import { api } from "../app/api.ts";
import { appMessages, roleTexts } from "../app/app-messages.ts";
import { PageSkeleton } from "../app/page-skeleton.tsx";
import { ProblemAlert } from "../app/problem-alert.tsx";
import { InvitationForm } from "./invitation-form.tsx";
import { invitationMessages } from "./invitation-messages.ts";
import { useSessionQuery } from "./session.ts";
import { SignInFrame } from "./sign-in-frame.tsx";

/** Where the link of an invitation leads, and that of a forgotten password. What it carries stands behind the `#`. */
export function InvitationPage() {
  const t = useMessages(invitationMessages);
  const app = useMessages(appMessages);
  const { language } = useLanguage();
  const { hash } = useLocation();
  const token = hash.slice(1);
  const [accepted, setAccepted] = useState(false);
  const session = useSessionQuery();
  const link = useQuery({
    queryKey: ["invitation", token],
    queryFn: () => api.call(routes.lookAtInvitation, { body: { token } }),
    // Once it is used it opens nothing, and the page must not say so in place of going on.
    enabled: !accepted,
    staleTime: Infinity,
    gcTime: 0,
  });
  if (link.error instanceof ApiProblem) {
    return (
      <SignInFrame title={t("goneTitle")}>
        <Stack mt="lg">
          <ProblemAlert error={link.error} />
          <Button component={Link} to="/sign-in" replace variant="default">
            {t("toSignIn")}
          </Button>
        </Stack>
      </SignInFrame>
    );
  }
  if (!link.data) {
    return (
      <SignInFrame title={t("welcomeTitle")}>
        <ProblemAlert error={link.error} retry={() => void link.refetch()} />
        {!link.error && <PageSkeleton />}
      </SignInFrame>
    );
  }
  const { kind, name, email, role, expiresAt } = link.data;
  const words = { name, role: app(roleTexts[role]), date: formatDate(expiresAt, language) };
  return (
    <SignInFrame
      title={t(kind === "reset" ? "resetTitle" : "invitedTitle", words)}
      hint={
        <>
          <bdi>{email}</bdi> · {app(roleTexts[role])}
          <br />
          {t("until", words)}
        </>
      }
    >
      <InvitationForm
        token={token}
        link={link.data}
        replacing={session.data && session.data.email !== email ? session.data.email : undefined}
        onAccepted={() => setAccepted(true)}
      />
    </SignInFrame>
  );
}
