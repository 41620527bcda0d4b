import { type Client } from "@abwab/api-client";
import { routes } from "@abwab/contract";
import { createTestDatabase } from "@abwab/testing";
import { readLedger, receivedRows } from "../support/followed-ledger.ts";
import { signInAs } from "../support/test-api.ts";
import { anEntry, createEdition } from "../support/test-edition.ts";
import { startReceiver } from "../support/webhook-receiver.ts";
import { ServerProcess } from "./world/server-process.ts";

const SETTINGS = { ABWAB_WEBHOOKS_PRIVATE: "on" };

test("a server killed while a batch is on its way: the next one goes on at the cursor, without a gap", async () => {
  const database = await createTestDatabase();
  await using disposal = new AsyncDisposableStack();
  disposal.defer(() => database.drop());
  const receiver = disposal.use(await startReceiver());
  const first = disposal.use(await ServerProcess.start(database.url, undefined, SETTINGS));
  let root: Client = await signInAs(first.url, "administrator");
  const { slug, pair } = await createEdition(root, first.url);
  const gate = await pair("G1");
  await root.call(routes.createWebhook, {
    params: { slug },
    body: { name: "Follower", url: receiver.url, events: ["entries.recorded"] },
  });
  await gate.send([anEntry()]);
  await receivedRows(receiver, 1);
  receiver.hang();
  await gate.send([anEntry(), anEntry()]);
  await receiver.received(2);
  await gate.send([anEntry()]);
  await first.end("SIGKILL");
  receiver.answer(200);

  const second = disposal.use(await ServerProcess.start(database.url, undefined, SETTINGS));
  root = await signInAs(second.url, "administrator");
  const rows = await receivedRows(receiver, 4);
  expect(rows).toEqual(await readLedger(root, slug));
  // The batch that nobody answered came again under its id.
  expect(receiver.messages[2]?.headers["webhook-id"]).toBe(receiver.messages[1]?.headers["webhook-id"]);
}, 90_000);
