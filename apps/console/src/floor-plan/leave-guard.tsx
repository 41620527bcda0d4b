import { useMessages } from "@abwab/ui";
import { Text } from "@mantine/core";
import { useEffect } from "react";
import { useBlocker } from "react-router";
import { FormDialog } from "../app/form-dialog.tsx";
import { editorMessages } from "./editor-messages.ts";

/** Asks before a page with unsaved changes is left, within the console and out of it. */
export function LeaveGuard({ unsaved }: { unsaved: boolean }) {
  const t = useMessages(editorMessages);
  const blocker = useBlocker(({ currentLocation, nextLocation }) => {
    return unsaved && currentLocation.pathname !== nextLocation.pathname;
  });
  useEffect(() => {
    if (!unsaved) return undefined;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    addEventListener("beforeunload", ask);
    return () => removeEventListener("beforeunload", ask);
  }, [unsaved]);
  if (blocker.state !== "blocked") return null;
  return (
    <FormDialog
      title={t("leaveTitle")}
      submit={t("leave")}
      danger
      pending={false}
      error={null}
      onSubmit={() => blocker.proceed()}
      onClose={() => blocker.reset()}
    >
      <Text>{t("leaveText")}</Text>
    </FormDialog>
  );
}
