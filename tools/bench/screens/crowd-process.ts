import { Crowd } from "./crowd.ts";
import type { CrowdAnswer, CrowdCommand, ShowResult } from "./crowd-plan.ts";

// The child of remote-crowd.ts: does one command after another and answers each.
let crowd: Crowd | undefined;

async function obey(command: CrowdCommand): Promise<ShowResult | number | undefined> {
  if ("plan" in command) {
    crowd = new Crowd(command.plan);
    return undefined;
  }
  if (crowd === undefined) throw new Error("There is no crowd yet.");
  if ("show" in command) return crowd.show(command.show);
  if ("listen" in command) return crowd.listen(command.listen);
  await crowd.open(command.open);
  return undefined;
}

process.on("message", (command: CrowdCommand) => {
  obey(command).then(
    (done) => process.send?.({ done } satisfies CrowdAnswer),
    (error: unknown) => process.send?.({ failed: String(error) } satisfies CrowdAnswer),
  );
});
