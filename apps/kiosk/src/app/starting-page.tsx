import { Logo, useMessages } from "@abwab/ui";
import { appMessages } from "./app-messages.ts";

/** Between two screens. `fetching`: paired, and waiting for what the kiosk needs to know. */
export function StartingPage({ fetching = false }: { fetching?: boolean }) {
  const t = useMessages(appMessages);
  return (
    <main className="starting" role="status">
      <Logo size={96} />
      <p>{t(fetching ? "fetching" : "starting")}</p>
    </main>
  );
}
