export { noteReady, wasReady } from "./readiness.ts";

/** The page and its words, fetched when it is shown. */
export async function loadPreflight() {
  const [{ default: page }, { preflightMessages }] = await Promise.all([
    import("./preflight-page.tsx"),
    import("./preflight-messages.ts"),
  ]);
  return { page, messages: [preflightMessages] };
}
