export default async function tearDown() {
  await globalThis.abwabTestServer?.stop();
}
