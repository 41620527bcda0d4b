import { announcement } from "../start/announcement.ts";
import { runUntilStopped } from "../start/run-until-stopped.ts";
import { startProduct } from "../start/start-product.ts";
import { credentialsFrom, openStaffClient, type StaffCredentials } from "../virtual-kiosk/staff-client.ts";
import { lendToken } from "./lend-token.ts";
import { readOptions, type DemoOptions } from "./options.ts";
import { runCrowd, type RunningCrowd } from "./run-crowd.ts";
import { showStatus } from "./show-status.ts";

// npm run demo [-- --rate 80] [--seed TEXT] [--url http://127.0.0.1:4870]

type Running = Pick<RunningCrowd, "stop" | "failed">;
const begun = Date.now();

await runUntilStopped((signal) => {
  const options = readOptions(process.argv.slice(2));
  return options.url === undefined ? startWithProduct(options, signal) : join(options.url, credentialsFrom(), options);
});

async function startWithProduct(options: DemoOptions, signal: AbortSignal): Promise<Running> {
  const product = await startProduct({ signal, say: (line) => process.stderr.write(`abwab: ${line}\n`) });
  try {
    process.stdout.write(announcement(product, Date.now() - begun, { moving: true }));
    const lent = await lendToken(product.databaseUrl);
    const crowd = await join(product.url, { token: lent.token }, options);
    const stop = async (): Promise<void> => {
      await crowd.stop();
      await lent.giveBack();
      await product.stop();
    };
    return { stop, failed: Promise.race([crowd.failed, product.failed]) };
  } catch (error) {
    await product.stop();
    throw error;
  }
}

async function join(url: string, credentials: StaffCredentials, options: DemoOptions): Promise<Running> {
  const staff = await openStaffClient(url, credentials);
  process.stderr.write("demo: pairing a kiosk for every checkpoint …\n");
  const crowd = await runCrowd(staff, url, options, showStatus());
  process.stderr.write(`demo: a crowd goes through the edition ${crowd.edition}; Ctrl-C sends it home.\n`);
  return crowd;
}
