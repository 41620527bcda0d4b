// Jest's global set-up of the integration tests; .mjs because Jest takes that as it is and Node runs the rest.
import { testServerVariable } from "../../libs/testing/src/database.ts";
import { startTestServer } from "../../libs/testing/src/database-server.ts";

export default async function setUp() {
  const server = await startTestServer();
  process.env[testServerVariable] = server.url;
  globalThis.abwabTestServer = server;
}
