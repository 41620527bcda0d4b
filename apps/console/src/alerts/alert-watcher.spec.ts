import type { Alert } from "@abwab/contract";
import { withAlert } from "./alert-queries.ts";
import { newAlerts } from "./alert-watcher.tsx";

const alert = (id: string, given: Partial<Alert> = {}): Alert =>
  ({ id, state: "open", severity: "warning", returns: 0, openedAt: `2025-05-17T10:00:0${id}Z`, ...given }) as Alert;
const ids = (alerts: readonly Alert[]) => alerts.map(({ id }) => id);

test("only what this screen had not shown is new, the gravest first", () => {
  const alerts = [alert("1"), alert("2"), alert("3", { severity: "critical" })];
  expect(ids(newAlerts(new Set(["1"]), alerts))).toEqual(["3", "2"]);
});

test("what somebody looks after already, or came back in its quiet period, does not ring", () => {
  expect(newAlerts(new Set(), [alert("1", { state: "acknowledged" }), alert("2", { returns: 1 })])).toEqual([]);
});

test("the list takes what is heard: new ones, changes, and what has ended", () => {
  const known = [alert("2"), alert("1")];
  expect(ids(withAlert(known, alert("3")))).toEqual(["3", "2", "1"]);
  expect(withAlert(known, alert("1", { state: "acknowledged" }))[1]?.state).toBe("acknowledged");
  expect(ids(withAlert(known, alert("1", { state: "resolved" })))).toEqual(["2"]);
});
