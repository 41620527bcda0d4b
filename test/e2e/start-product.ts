import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { freePort } from "@abwab/postgres";
import { startProduct } from "../../tools/start/start-product.ts";

/** Playwright's global set-up: the built product with its sample editions, in a directory of its own. */
export default async function startForBrowsers(): Promise<() => Promise<void>> {
  const directory = mkdtempSync(path.join(tmpdir(), "abwab-e2e-"));
  chmodSync(directory, 0o755);
  const administrator = { email: "admin@abwab.test", password: "correct horse battery staple" };
  // Nobody listens there until a test starts a mail server.
  const mailPort = await freePort();
  const product = await startProduct({
    directory,
    databaseUrl: "",
    port: await freePort(),
    host: "127.0.0.1",
    build: false,
    environment: {
      ABWAB_ADMIN_EMAIL: administrator.email,
      ABWAB_ADMIN_PASSWORD: administrator.password,
      SMTP_URL: `smtp://127.0.0.1:${mailPort}`,
      SMTP_FROM: "Abwab <abwab@abwab.test>",
    },
    say: (line) => process.stderr.write(`abwab: ${line}\n`),
  });
  process.env["E2E_URL"] = product.url;
  process.env["E2E_MAIL_PORT"] = String(mailPort);
  process.env["ABWAB_ADMIN_EMAIL"] = administrator.email;
  process.env["ABWAB_ADMIN_PASSWORD"] = administrator.password;
  return async () => {
    await product.stop();
    rmSync(directory, { recursive: true, force: true });
  };
}
