import { useRef, type MouseEvent, type PointerEvent } from "react";

/**
 * Handlers of a button that counts when it is touched, not when it is let go: with two thumbs in turn the second
 * touch begins before the first has ended, and no click would come of it. A click that no touch came before (a
 * keyboard, a screen reader) counts as well; one that belongs to a touch does not count again.
 */
export function useTap(onTap: () => void) {
  const touched = useRef(false);
  return {
    onPointerDown: (event: PointerEvent) => {
      if (event.button !== 0) return;
      touched.current = true;
      onTap();
    },
    onClick: (event: MouseEvent) => {
      const counted = touched.current && event.detail > 0;
      touched.current = false;
      if (!counted) onTap();
    },
    // A touch must not leave the focus here: the space bar goes on meaning "one more".
    onMouseDown: (event: MouseEvent) => event.preventDefault(),
  };
}
