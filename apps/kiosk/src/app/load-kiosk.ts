/** The kiosk and its words, fetched once a device is paired: the first screen is kept small. */
export async function loadKiosk() {
  const [{ Kiosk: page }, outbox, scan] = await Promise.all([
    import("./kiosk.tsx"),
    import("../outbox/index.ts"),
    import("../scan/index.ts"),
  ]);
  const { categoryMessages, refusalMessages, scanMessages } = scan;
  return {
    page,
    messages: [outbox.outboxMessages, scanMessages, categoryMessages, refusalMessages],
  };
}
