import { Load } from "./load.ts";
import type { LoadMessage, LoadPlan } from "./load-plan.ts";

// The child of run-load.ts: gets a plan, runs it, says when the measured time begins and ends, and sends the result.
const say = (message: LoadMessage, then: () => void = () => undefined): void => {
  process.send?.(message, then);
};

process.once("message", (plan: LoadPlan) => {
  const load = new Load(plan, (edge) => say({ edge }));
  load.run().then(
    (result) => say({ result }, () => process.exit(0)),
    (error: unknown) => {
      process.stderr.write(`${String(error)}\n`);
      process.exit(1);
    },
  );
});
