import { useMessages } from "@abwab/ui";
import { Button } from "@mantine/core";
import { useEffect } from "react";
import { useRouteError } from "react-router";
import { appMessages } from "./app-messages.ts";
import { EmptyState } from "./empty-state.tsx";

/** In place of a page that threw. */
export function BrokenPage() {
  const t = useMessages(appMessages);
  const error = useRouteError();
  useEffect(() => console.error(error), [error]);
  return (
    <EmptyState title={t("brokenTitle")} hint={t("brokenHint")}>
      <Button onClick={() => globalThis.location.reload()}>{t("reload")}</Button>
    </EmptyState>
  );
}
