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
  useEffect(() => {
    const element = dialog.current;
    element?.showModal();
    return () => element?.close();
  }, []);

  return (
    <dialog
      ref={dialog}
      className="sheet"
      aria-label={title}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      onClick={(event) => {
        // A click on the dialog itself and not on what is in it: on the backdrop.
        if (event.target === dialog.current) onClose();
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
