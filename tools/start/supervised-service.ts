import { setTimeout as delay } from "node:timers/promises";
import { BackOff } from "./back-off.ts";
import { FatalError } from "./fatal-error.ts";
import { fatalExitCode, type FirstAdministrator, type ServiceProcess, spawnService } from "./service-process.ts";

// A start may create the sample data, and on a slow disk apply the migrations.
const patience = 180_000;
const triesBeforeFirstReady = 3;
const graceOnStop = 15_000;

export interface ServiceOptions {
  environment: NodeJS.ProcessEnv;
  /** Where this machine reaches it. */
  url: string;
  logFile: string;
  /** Gives up the start. */
  signal: AbortSignal | undefined;
  say(line: string): void;
  onFirstAdministrator(found: FirstAdministrator): void;
}

export interface SupervisedService {
  /** The process now running; another one after a restart. */
  pid(): number | undefined;
  /** Rejects with a FatalError when it ends in a way that starting again cannot heal. */
  failed: Promise<never>;
  stop(): Promise<void>;
}

/** Runs the service, starting it again whenever it ends unasked; resolves once it is ready. */
export async function superviseService(options: ServiceOptions): Promise<SupervisedService> {
  const backOff = new BackOff();
  let current: ServiceProcess | undefined;
  let stopping = false;
  let everReady = false;
  let ready: () => void = () => undefined;
  const firstReady = new Promise<void>((resolve) => (ready = resolve));

  const keepRunning = async (): Promise<never> => {
    for (let tries = 1; ; tries += 1) {
      backOff.started(Date.now());
      const process = spawnService(options.environment, options.logFile, options.onFirstAdministrator);
      current = process;
      const ending = process.ended;
      if (await becomesReady(options.url, ending)) {
        if (everReady) options.say("the service is back");
        everReady = true;
        ready();
      }
      const { code, signal, fatal, lastWords } = await ending;
      if (stopping) return new Promise<never>(() => undefined);
      if (code === fatalExitCode) throw new FatalError(fatal ?? "The service refuses to start.");
      if (!everReady && tries >= triesBeforeFirstReady)
        throw new FatalError(
          `The service does not start (${lastWords || `exit code ${code}`}); its log is ${options.logFile}.`,
        );
      options.say(`the service ended unexpectedly (${signal ?? `exit code ${code}`}); starting it again`);
      await delay(backOff.next(Date.now()));
      if (stopping) return new Promise<never>(() => undefined);
    }
  };

  const failed = keepRunning();
  // Whoever waits on `failed` learns of it; until someone does it is not an unhandled rejection.
  failed.catch(() => undefined);
  const stop = async (): Promise<void> => {
    stopping = true;
    if (current === undefined || current.child.exitCode !== null || current.child.signalCode !== null) return;
    const { child, ended } = current;
    child.kill("SIGTERM");
    const impatience = setTimeout(() => child.kill("SIGKILL"), graceOnStop);
    await ended;
    clearTimeout(impatience);
  };
  try {
    await Promise.race([firstReady, failed, aborted(options.signal)]);
  } catch (error) {
    await stop();
    throw error;
  }
  return { pid: () => current?.child.pid, failed, stop };
}

function aborted(signal: AbortSignal | undefined): Promise<never> {
  return new Promise((_, reject) => {
    if (signal?.aborted) reject(signal.reason);
    signal?.addEventListener("abort", () => reject(signal.reason), { once: true });
  });
}

async function becomesReady(url: string, ended: Promise<unknown>): Promise<boolean> {
  let hasEnded = false;
  void ended.then(() => (hasEnded = true));
  const deadline = Date.now() + patience;
  while (!hasEnded && Date.now() < deadline) {
    if (await answers(`${url}/health/ready`)) return true;
    await delay(50);
  }
  return false;
}

function answers(url: string): Promise<boolean> {
  return fetch(url, { signal: AbortSignal.timeout(2_000) }).then(
    async (response) => {
      await response.body?.cancel();
      return response.ok;
    },
    // Not listening yet, or busy: the caller asks again.
    () => false,
  );
}
