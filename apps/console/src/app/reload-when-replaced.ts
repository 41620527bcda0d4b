const LAST_KEY = "abwab.reloaded-at";
const PAUSE_MS = 60_000;

/**
 * A new release takes the parts of the old one away from under an open page. The page is then loaded again by itself;
 * not twice in a minute, so that a part that is really missing shows as what it is.
 */
export function reloadWhenReplaced(): void {
  globalThis.addEventListener("vite:preloadError", (event) => {
    const last = Number(sessionStorage.getItem(LAST_KEY) ?? 0);
    if (Date.now() - last < PAUSE_MS) return;
    event.preventDefault();
    sessionStorage.setItem(LAST_KEY, String(Date.now()));
    globalThis.location.reload();
  });
}
