import { useMessages } from "@abwab/ui";
import { Button } from "@mantine/core";
import { Link } from "react-router";
import { appMessages } from "./app-messages.ts";
import { EmptyState } from "./empty-state.tsx";
import { useTitle } from "./use-title.ts";

export function NotFoundPage() {
  const t = useMessages(appMessages);
  useTitle(t("notFoundTitle"));
  return (
    <EmptyState title={t("notFoundTitle")} hint={t("notFoundHint")}>
      <Button component={Link} to="/">
        {t("backToLive")}
      </Button>
    </EmptyState>
  );
}
