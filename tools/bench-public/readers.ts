import { Agent, get, type IncomingMessage } from "node:http";

export interface Answers {
  /** Answers by status. */
  statuses: Map<number, number>;
  /** Milliseconds from asking to the last byte. */
  times: number[];
  seconds: number;
}

/** So many readers, each on a connection of its own that is kept, ask as quickly as they are answered. */
export async function readAll(url: string, readers: number, seconds: number): Promise<Answers> {
  const agent = new Agent({ keepAlive: true, maxSockets: readers, maxFreeSockets: readers });
  const statuses = new Map<number, number>();
  const times: number[] = [];
  const began = performance.now();
  const end = began + seconds * 1_000;
  const reader = async (): Promise<void> => {
    while (performance.now() < end) {
      const asked = performance.now();
      const status = await ask(url, agent);
      statuses.set(status, (statuses.get(status) ?? 0) + 1);
      times.push(performance.now() - asked);
    }
  };
  try {
    await Promise.all(Array.from({ length: readers }, reader));
  } finally {
    agent.destroy();
  }
  return { statuses, times, seconds: (performance.now() - began) / 1_000 };
}

function ask(url: string, agent: Agent): Promise<number> {
  return new Promise((resolve, reject) => {
    get(url, { agent }, (response: IncomingMessage) => {
      response.resume();
      response.once("end", () => resolve(response.statusCode ?? 0));
      response.once("error", reject);
    }).once("error", reject);
  });
}
