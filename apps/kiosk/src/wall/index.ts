/** The page and its words, fetched when it is shown. */
export async function loadWall() {
  const [{ default: page }, messages] = await Promise.all([import("./wall-page.tsx"), loadWords()]);
  return { page, messages };
}

/** The same on a device that is paired. */
export async function loadPairedWall() {
  const [{ PairedWall: page }, messages] = await Promise.all([import("./paired-wall.tsx"), loadWords()]);
  return { page, messages };
}

async function loadWords() {
  const { wallMessages } = await import("./wall-messages.ts");
  return [wallMessages];
}
