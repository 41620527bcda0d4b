import { cpus, totalmem, type as system } from "node:os";
import type { Durability } from "../machine/database-server.ts";

/** The machine in general words. */
export interface Machine extends Durability {
  cores: number;
  memoryGiB: number;
  system: string;
  node: string;
}

export function describeMachine(durability: Durability): Machine {
  return {
    cores: cpus().length,
    memoryGiB: Math.round(totalmem() / 2 ** 30),
    system: system(),
    node: process.version.slice(1),
    ...durability,
  };
}
