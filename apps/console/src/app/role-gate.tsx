import type { Role } from "@abwab/contract";
import { useMessages } from "@abwab/ui";
import { Button } from "@mantine/core";
import type { ReactNode } from "react";
import { Link } from "react-router";
import { useMay, useMayWhole, useUser } from "../sign-in/session.ts";
import { appMessages, roleTexts } from "./app-messages.ts";
import { EmptyState } from "./empty-state.tsx";
import { problemMessages } from "./problem-messages.ts";
import { useTitle } from "./use-title.ts";

interface RoleGateProps {
  needed: Role;
  /** Whether the page keeps to the zones of who is bound to some. */
  ofZones?: boolean;
  children: ReactNode;
}

/** Shows a page to who may see it, and tells everybody else why not. */
export function RoleGate({ needed, ofZones = false, children }: RoleGateProps) {
  const [may, mayWhole] = [useMay(needed), useMayWhole(needed)];
  if (may && (ofZones || mayWhole)) return children;
  return <Forbidden needed={needed} outOfScope={may} />;
}

function Forbidden({ needed, outOfScope }: { needed: Role; outOfScope: boolean }) {
  const t = useMessages(appMessages);
  const problem = useMessages(problemMessages);
  const user = useUser();
  useTitle(t("forbiddenTitle"));
  const words = { role: t(roleTexts[user.role]), needed: t(roleTexts[needed]) };
  return (
    <EmptyState title={t("forbiddenTitle")} hint={outOfScope ? problem("out_of_scope") : t("forbiddenHint", words)}>
      <Button component={Link} to="/">
        {t("backToLive")}
      </Button>
    </EmptyState>
  );
}
