import { spawnSync } from "node:child_process";
import { PostgresError } from "../postgres-error.ts";
import { superuser } from "./connection-file.ts";
import { asUser, type OperatingUser } from "./operating-user.ts";

/** Sets the superuser's password without the server: for data whose `postgres.json` was lost. */
export function setPassword(program: string, user: OperatingUser, cluster: string, password: string): void {
  const { command, words, options } = asUser(user, program, ["--single", "-D", cluster, "postgres"]);
  const { status, stderr } = spawnSync(command, words, {
    ...options,
    // The password is made of letters, digits, "-" and "_" only: nothing in it needs quoting.
    input: `alter role ${superuser} password '${password}';\n`,
    encoding: "utf8",
  });
  if (status === 0 && !/ERROR:/.test(stderr)) return;
  const reason = /(?:ERROR|FATAL|PANIC): +(.+)/.exec(stderr)?.[1] ?? `exit code ${status}`;
  throw new PostgresError(
    "directory_broken",
    `The database directory ${cluster} cannot be used (${reason}); restore it from a backup or move it away.`,
  );
}
