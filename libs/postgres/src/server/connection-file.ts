import { randomBytes } from "node:crypto";
import { chmodSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import path from "node:path";

/** How to reach the embedded server: kept beside its data, readable by its owner only. */
export interface ConnectionFile {
  port: number;
  password: string;
}

export const superuser = "abwab";
export const databaseName = "abwab";

function location(directory: string): string {
  return path.join(directory, "postgres.json");
}

export function readConnectionFile(directory: string): ConnectionFile | undefined {
  let text: string;
  try {
    text = readFileSync(location(directory), "utf8");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
    throw error;
  }
  try {
    const found = JSON.parse(text) as Partial<ConnectionFile>;
    if (typeof found.password === "string" && typeof found.port === "number")
      return { port: found.port, password: found.password };
  } catch (error) {
    // A torn file is treated as a missing one: the password is then set anew.
    if (!(error instanceof SyntaxError)) throw error;
  }
  return undefined;
}

export function writeConnectionFile(directory: string, content: ConnectionFile): void {
  const file = location(directory);
  const next = `${file}.${randomBytes(4).toString("hex")}`;
  writeFileSync(next, `${JSON.stringify(content)}\n`, { mode: 0o600 });
  chmodSync(next, 0o600);
  renameSync(next, file);
}

export function newPassword(): string {
  return randomBytes(24).toString("base64url");
}

export function connectionUrl({ port, password }: ConnectionFile, database: string = databaseName): string {
  return `postgresql://${superuser}:${password}@127.0.0.1:${port}/${database}`;
}
