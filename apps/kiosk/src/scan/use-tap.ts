import { useEffect, useRef, type MouseEvent, type PointerEvent } from "react";

/** A finger that stays this long is no tap. */
const HOLD_MS = 600;

/**
 * Handlers of a button that counts when it is touched, not when it is let go: with two thumbs in turn the second
 * touch begins before the first has ended, and no click would come of it. A click that no touch came before (a
 * keyboard, a screen reader) counts as well; one that belongs to a touch does not count again.
 * `onHold` comes beside the tap, when the finger has stayed.
 */
export function useTap(onTap: () => void, onHold?: () => void) {
  const touched = useRef(false);
  const hold = useRef<ReturnType<typeof setTimeout>>(undefined);
  const letGo = () => clearTimeout(hold.current);
  useEffect(() => letGo, []);
  return {
    onPointerDown: (event: PointerEvent) => {
      if (event.button !== 0) return;
      touched.current = true;
      letGo();
      if (onHold) hold.current = setTimeout(onHold, HOLD_MS);
      onTap();
    },
    onPointerUp: letGo,
    onPointerLeave: letGo,
    onPointerCancel: letGo,
    onClick: (event: MouseEvent) => {
      const counted = touched.current && event.detail > 0;
      touched.current = false;
      if (!counted) onTap();
    },
    // A touch must not leave the focus here: the space bar goes on meaning "one more".
    onMouseDown: (event: MouseEvent) => event.preventDefault(),
  };
}
