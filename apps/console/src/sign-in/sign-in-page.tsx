import { LanguageSwitch, Logo, uiMessages, useMessages } from "@abwab/ui";
import { Text, Title } from "@mantine/core";
import { Navigate, useSearchParams } from "react-router";
import { useTitle } from "../app/use-title.ts";
import { SignInForm } from "./sign-in-form.tsx";
import { signInMessages } from "./sign-in-messages.ts";
import { useSessionQuery } from "./session.ts";

/** Only ways inside the console are followed after signing in. */
const safeWay = (next: string | null) => (next?.startsWith("/") && !next.startsWith("//") ? next : "/");

export function SignInPage() {
  const t = useMessages(signInMessages);
  const ui = useMessages(uiMessages);
  useTitle(t("title"));
  const [search] = useSearchParams();
  const session = useSessionQuery();
  const next = search.get("next");
  if (session.data) return <Navigate to={safeWay(next)} replace />;
  return (
    <div className="sign-in">
      <div className="sign-in-door" aria-hidden>
        <div className="sign-in-pattern" />
        <div className="sign-in-brand">
          <Logo size={112} />
          <p className="sign-in-welcome">{t("welcome")}</p>
          <p className="sign-in-promise">{t("promise")}</p>
        </div>
      </div>
      <main className="sign-in-main" id="content">
        <div className="sign-in-language">
          <LanguageSwitch variant="row" />
        </div>
        <div className="sign-in-card">
          <div className="sign-in-name">
            <Logo size={44} />
            <Text fw={700} size="xl">
              {ui("product")}
            </Text>
          </div>
          <Title order={1} size="h2">
            {t("title")}
          </Title>
          {next !== null && (
            <Text c="dimmed" mt={4}>
              {t("sessionEnded")}
            </Text>
          )}
          <SignInForm />
          <Text size="sm" c="dimmed" mt="lg">
            {t("forgot")}
          </Text>
        </div>
      </main>
    </div>
  );
}
