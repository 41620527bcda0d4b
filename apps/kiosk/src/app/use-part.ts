import { addMessages } from "@abwab/ui";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";

/** Between two tries to load a part, in milliseconds. */
const LOAD_AGAIN_MS = 3_000;
/** A page that is never at rest loads it all the same after so long. */
const MOST_WAIT_MS = 500;

interface Part {
  readonly messages: Parameters<typeof addMessages>[1];
}

/**
 * A part of the kiosk, with its words, that comes after the first screen and before it is needed; undefined until it
 * is there. Where it can't be fetched (a first visit whose network went away) the rest goes on, and it is tried again.
 */
export function usePart<Loaded extends Part>(load: () => Promise<Loaded>): Loaded | undefined {
  const { i18n } = useTranslation();
  const [part, setPart] = useState<Loaded>();
  useEffect(() => {
    let again: ReturnType<typeof setTimeout> | undefined;
    const fetchPart = () => {
      load().then(
        (loaded) => {
          addMessages(i18n, loaded.messages);
          setPart(loaded);
        },
        (error: unknown) => {
          console.error("a part of the kiosk can't be loaded", error);
          again = setTimeout(fetchPart, LOAD_AGAIN_MS);
        },
      );
    };
    const cancel = whenAtRest(fetchPart);
    return () => {
      cancel();
      clearTimeout(again);
    };
  }, [i18n, load]);
  return part;
}

/** Once the screen that stands is drawn; Safari can't tell and is given a moment. */
function whenAtRest(task: () => void): () => void {
  if (typeof requestIdleCallback === "undefined") {
    const timer = setTimeout(task, 50);
    return () => clearTimeout(timer);
  }
  const idle = requestIdleCallback(task, { timeout: MOST_WAIT_MS });
  return () => cancelIdleCallback(idle);
}
