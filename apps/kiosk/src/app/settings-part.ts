import { staffMessages } from "../staff/staff-messages.ts";

export { SettingsSheet } from "./settings-sheet.tsx";
export const messages = [staffMessages];
