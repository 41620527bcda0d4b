import { IconX } from "@tabler/icons-react";
import { useEffect, useRef, type ReactNode } from "react";
import { useMessages } from "@abwab/ui";
import { appMessages } from "./app-messages.ts";

interface SheetProps {
  readonly title: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** A panel over the tally, from below on a phone: a native modal dialog, which keeps the focus and closes by Escape. */
export function Sheet({ title, onClose, children }: SheetProps) {
  const t = useMessages(appMessages);
  const dialog = useRef<HTMLDialogElement>(null);
  const close = useRef(onClose);
  useEffect(() => {
    close.current = onClose;
  });

  useEffect(() => {
    const element = dialog.current;
    if (!element) return;
    const gone = new AbortController();
    // A click on the dialog itself and not on what is in it: on the backdrop.
    const onClick = (event: MouseEvent) => {
      if (event.target === element) close.current();
    };
    element.addEventListener("click", onClick, { signal: gone.signal });
    element.showModal();
    return () => {
      gone.abort();
      element.close();
    };
  }, []);

  return (
    <dialog
      ref={dialog}
      className="sheet"
      aria-label={title}
      onCancel={(event) => {
        // That of a sheet on top of this one comes by here too.
        if (event.target !== event.currentTarget) return;
        event.preventDefault();
        onClose();
      }}
    >
      <div className="sheet-body">
        <header className="sheet-header">
          <h2>{title}</h2>
          <button type="button" className="icon-button" aria-label={t("close")} onClick={onClose}>
            <IconX aria-hidden />
          </button>
        </header>
        {children}
      </div>
    </dialog>
  );
}
