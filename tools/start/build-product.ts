import { FatalError } from "./fatal-error.ts";
import { runNx } from "./run-nx.ts";

// Longer than a build that comes out of Nx's cache takes.
const worthMentioning = 2_500;

/** Builds the service and both front ends; says nothing when there was nothing to build. */
export async function buildProduct(say: (line: string) => void): Promise<void> {
  const mention = setTimeout(() => say("building the service, the console and the kiosk …"), worthMentioning);
  try {
    const { code, output } = await runNx([
      "run-many",
      "--target=build",
      "--projects=api,console,kiosk",
      "--outputStyle=static",
    ]);
    if (code !== 0) throw new FatalError(`The build failed:\n${output.trim()}`);
  } finally {
    clearTimeout(mention);
  }
}
