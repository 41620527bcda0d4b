import type { DeviceBroadcast } from "@abwab/contract";

const KEY = "abwab.kiosk.read-messages";
const MOST_KEPT = 100;

const nameOf = ({ id, revision }: Pick<DeviceBroadcast, "id" | "revision">): string => `${id} ${revision}`;

/** What the staff of this kiosk have read, over a restart too. A message that was changed is another one. */
export class ReadMessages {
  #names: readonly string[] = read();

  has(broadcast: DeviceBroadcast): boolean {
    return this.#names.includes(nameOf(broadcast));
  }

  with(broadcast: DeviceBroadcast): ReadMessages {
    localStorage.setItem(KEY, JSON.stringify([nameOf(broadcast), ...this.#names].slice(0, MOST_KEPT)));
    return new ReadMessages();
  }
}

function read(): string[] {
  const text = localStorage.getItem(KEY);
  if (text === null) return [];
  try {
    const names: unknown = JSON.parse(text);
    return Array.isArray(names) ? names.filter((name) => typeof name === "string") : [];
  } catch (error) {
    console.warn("which messages were read can't be read", error);
    return [];
  }
}
