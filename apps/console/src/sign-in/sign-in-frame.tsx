import { LanguageSwitch, Logo, uiMessages, useMessages } from "@abwab/ui";
import { Text, Title } from "@mantine/core";
import type { ReactNode } from "react";
import { useTitle } from "../app/use-title.ts";
import { signInMessages } from "./sign-in-messages.ts";

interface SignInFrameProps {
  title: string;
  hint?: ReactNode;
  children: ReactNode;
}

/** What is shown of the console before one is in it. */
export function SignInFrame({ title, hint, children }: SignInFrameProps) {
  const t = useMessages(signInMessages);
  const ui = useMessages(uiMessages);
  useTitle(title);
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
            {title}
          </Title>
          {hint !== undefined && (
            <Text c="dimmed" mt={4} component="div">
              {hint}
            </Text>
          )}
          {children}
        </div>
      </main>
    </div>
  );
}
