import { uiMessages, useMessages } from "@abwab/ui";
import { useEffect } from "react";

/** Names the browser's tab after the page. */
export function useTitle(title: string): void {
  const ui = useMessages(uiMessages);
  useEffect(() => {
    document.title = `${title} · ${ui("product")}`;
  }, [title, ui]);
}
