export { categoryMessages } from "./category-messages.ts";
export { Notice } from "./notices.tsx";
export { refusalMessages } from "./refusal-messages.ts";
export { scanMessages } from "./scan-messages.ts";
export { StoppedPage } from "./stopped-page.tsx";
export { TallyPage } from "./tally-page.tsx";
export { useWakeLock } from "./use-wake-lock.ts";
