import { useEffect } from "react";

/** Ctrl+Z, and Ctrl+Y or Ctrl+Shift+Z, wherever on the page the focus is; fields keep their own. */
export function useUndoKeys(act: (what: { do: "undo" | "redo" }) => void): void {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const key = event.key.toLowerCase();
      if (!(event.ctrlKey || event.metaKey) || (key !== "z" && key !== "y")) return;
      if (event.target instanceof HTMLInputElement) return;
      event.preventDefault();
      act({ do: key === "y" || event.shiftKey ? "redo" : "undo" });
    };
    addEventListener("keydown", press);
    return () => removeEventListener("keydown", press);
  }, [act]);
}
