import { startTestApi } from "../support/test-api.ts";
import { anEntry, createEdition, deviceWith } from "../support/test-edition.ts";

test("a stop waits for the requests under way and not for connections that are kept open", async () => {
  await using api = await startTestApi();
  const edition = await createEdition(await api.as("administrator"), api.url);
  const gate = await edition.pair("G1");
  const server = await api.startAnother();
  const device = deviceWith(server.url, gate.id, gate.token);
  const sending = Array.from({ length: 8 }, () => device.send(Array.from({ length: 100 }, () => anEntry())));
  const settled = Promise.allSettled(sending);
  await Promise.race(sending);
  const begun = Date.now();
  await server[Symbol.asyncDispose]();
  // Kept-alive connections last for more than a minute.
  expect(Date.now() - begun).toBeLessThan(15_000);
  await settled;
});
