import { useEffect, useState } from "react";

/** What this kiosk may keep on its disk, in bytes. */
export interface StorageSpace {
  readonly used: number;
  readonly quota: number;
}

const CHECK_MS = 60_000;
/** An entry takes about a kilobyte: this many bytes are some ten thousand of them. */
const ROOM_WANTED = 10_000_000;

/** Said long before it is: four fifths are used, or room for fewer than ten thousand entries is left. */
export function isNearlyFull({ used, quota }: StorageSpace): boolean {
  return quota > 0 && (used >= quota * 0.8 || quota - used < ROOM_WANTED);
}

export async function storageSpace(): Promise<StorageSpace | undefined> {
  const { usage, quota } = (await navigator.storage?.estimate?.()) ?? {};
  return usage === undefined || quota === undefined ? undefined : { used: usage, quota };
}

/** How much is left, looked at every minute; undefined where the browser does not tell. */
export function useStorageSpace(): StorageSpace | undefined {
  const [space, setSpace] = useState<StorageSpace>();
  useEffect(() => {
    const look = () => {
      storageSpace().then(setSpace, (error: unknown) => console.warn("the browser does not tell its space", error));
    };
    look();
    const timer = setInterval(look, CHECK_MS);
    return () => clearInterval(timer);
  }, []);
  return space;
}
