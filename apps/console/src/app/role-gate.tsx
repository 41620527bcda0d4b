import type { Role } from "@abwab/contract";
import { useMessages } from "@abwab/ui";
import { Button } from "@mantine/core";
import type { ReactNode } from "react";
import { Link } from "react-router";
import { useMay, useUser } from "../sign-in/session.ts";
import { appMessages, roleTexts } from "./app-messages.ts";
import { EmptyState } from "./empty-state.tsx";
import { useTitle } from "./use-title.ts";

/** Shows a page to who may see it, and tells everybody else why not. */
export function RoleGate({ needed, children }: { needed: Role; children: ReactNode }) {
  return useMay(needed) ? children : <Forbidden needed={needed} />;
}

function Forbidden({ needed }: { needed: Role }) {
  const t = useMessages(appMessages);
  const user = useUser();
  useTitle(t("forbiddenTitle"));
  const words = { role: t(roleTexts[user.role]), needed: t(roleTexts[needed]) };
  return (
    <EmptyState title={t("forbiddenTitle")} hint={t("forbiddenHint", words)}>
      <Button component={Link} to="/">
        {t("backToLive")}
      </Button>
    </EmptyState>
  );
}
