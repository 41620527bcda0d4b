import { useEffect, useState } from "react";

/** What opened the dialog: of a menu, the button that it belongs to, as its items are gone by then. */
function findOpener(): Element | null {
  const active = document.activeElement;
  const menu = active?.closest('[role="menu"]');
  return menu ? document.querySelector(`[aria-controls="${menu.id}"]`) : active;
}

/**
 * Gives the focus back to what opened a dialog once it is gone, so that the keyboard goes on where it was;
 * where that is gone too, to the page.
 */
export function useReturnFocus(): void {
  const [opener] = useState(findOpener);
  useEffect(() => {
    let isThere = true;
    return () => {
      isThere = false;
      // After the dialog has let go of the focus; one that only moved on to another step keeps it.
      setTimeout(() => {
        if (isThere || document.querySelector('[role="dialog"]')) return;
        const stands = opener instanceof HTMLElement && opener.isConnected;
        (stands ? opener : document.getElementById("content"))?.focus({ preventScroll: true });
      });
    };
  }, [opener]);
}
