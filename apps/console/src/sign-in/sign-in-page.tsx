import { useMessages } from "@abwab/ui";
import { Text } from "@mantine/core";
import { Navigate, useSearchParams } from "react-router";
import { SignInForm } from "./sign-in-form.tsx";
import { SignInFrame } from "./sign-in-frame.tsx";
import { signInMessages } from "./sign-in-messages.ts";
import { useSessionQuery } from "./session.ts";

/** Only ways inside the console are followed after signing in. */
const safeWay = (next: string | null) => (next?.startsWith("/") && !next.startsWith("//") ? next : "/");

export function SignInPage() {
  const t = useMessages(signInMessages);
  const [search] = useSearchParams();
  const session = useSessionQuery();
  const next = search.get("next");
  if (session.data) return <Navigate to={safeWay(next)} replace />;
  return (
    <SignInFrame title={t("title")} {...(next !== null && { hint: t("sessionEnded") })}>
      <SignInForm />
      <Text size="sm" c="dimmed" mt="lg">
        {t("forgot")}
      </Text>
    </SignInFrame>
  );
}
