import type { EntriesFile } from "@abwab/contract";
import type { OwnDevice } from "./outbox-record.ts";
import type { OutboxStore } from "./outbox-store.ts";

interface Written {
  readonly store: OutboxStore;
  readonly appVersion: string;
  readonly now: number;
}

/**
 * What waits on this kiosk as files that the console takes in, one for each edition that it was paired in. It stays in
 * the outbox: nothing counts twice (E2).
 */
export async function writeEntriesFiles({ store, ...written }: Written): Promise<File[]> {
  const devices = await store.waitingDevices();
  return Promise.all(devices.map((device) => writeEntriesFile(device, { store, ...written })));
}

async function writeEntriesFile({ edition, id, name }: OwnDevice, { store, appVersion, now }: Written): Promise<File> {
  const content: EntriesFile = {
    format: "abwab-entries",
    version: 1,
    edition,
    device: { id, name },
    appVersion,
    writtenAt: new Date(now).toISOString(),
    entries: await store.waitingItems(edition),
  };
  return new File([JSON.stringify(content)], fileName(edition, name, content.writtenAt), {
    type: "application/json",
  });
}

/** `abwab-open-days-G1-2025-05-17-10-05.json`; a name in another script stays as it is. */
function fileName(edition: string, device: string, writtenAt: string): string {
  const name = device.replace(/[^\p{L}\p{N}]+/gu, "-").replace(/^-|-$/g, "");
  return `abwab-${edition}-${name}-${writtenAt.slice(0, 16).replace(/[T:]/g, "-")}.json`;
}

/** Hands files over: to the share sheet of a phone where it has one, else as downloads. False where a person changed their mind. */
export async function handOverFiles(files: File[]): Promise<boolean> {
  if (navigator.canShare?.({ files })) {
    try {
      await navigator.share({ files, title: namesOf(files) });
      return true;
    } catch (error) {
      if (error instanceof DOMException && error.name === "AbortError") return false;
      // Sharing is not allowed here: a download still is.
      console.warn("the files can't be shared", error);
    }
  }
  for (const file of files) download(file);
  return true;
}

export const namesOf = (files: readonly File[]): string => files.map(({ name }) => name).join(", ");

function download(file: File): void {
  const address = URL.createObjectURL(file);
  const link = document.createElement("a");
  link.href = address;
  link.download = file.name;
  link.click();
  // Long enough for the browser to have begun to read it.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
