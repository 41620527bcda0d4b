import type { DeviceConfiguration, EntriesFile } from "@abwab/contract";
import type { OutboxStore } from "./outbox-store.ts";

interface Written {
  readonly store: OutboxStore;
  readonly configuration: Pick<DeviceConfiguration, "edition" | "device">;
  readonly appVersion: string;
  readonly now: number;
}

/** What waits on this kiosk as a file that the console takes in. It stays in the outbox: nothing counts twice (E2). */
export async function writeEntriesFile({ store, configuration, appVersion, now }: Written): Promise<File> {
  const { edition, device } = configuration;
  const content: EntriesFile = {
    format: "abwab-entries",
    version: 1,
    edition: edition.slug,
    device: { id: device.id, name: device.name },
    appVersion,
    writtenAt: new Date(now).toISOString(),
    entries: await store.waitingItems(edition.slug),
  };
  return new File([JSON.stringify(content)], fileName(edition.slug, device.name, content.writtenAt), {
    type: "application/json",
  });
}

/** `abwab-open-days-G1-2025-05-17-10-05.json`; a name in another script stays as it is. */
function fileName(edition: string, device: string, writtenAt: string): string {
  const name = device.replace(/[^\p{L}\p{N}]+/gu, "-").replace(/^-|-$/g, "");
  return `abwab-${edition}-${name}-${writtenAt.slice(0, 16).replace(/[T:]/g, "-")}.json`;
}

/** Hands a file over: to the share sheet of a phone where it has one, else as a download. False where a person changed their mind. */
export async function handOverFile(file: File): Promise<boolean> {
  if (navigator.canShare?.({ files: [file] })) {
    try {
      await navigator.share({ files: [file], title: file.name });
      return true;
    } catch (error) {
      if (error instanceof DOMException && error.name === "AbortError") return false;
      // Sharing is not allowed here: a download still is.
      console.warn("the file can't be shared", error);
    }
  }
  const address = URL.createObjectURL(file);
  const link = document.createElement("a");
  link.href = address;
  link.download = file.name;
  link.click();
  // Long enough for the browser to have begun to read it.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
  return true;
}
