import { groupMessages } from "./group-messages.ts";

export { GroupsSheet } from "./groups-sheet.tsx";
export const messages = [groupMessages];
