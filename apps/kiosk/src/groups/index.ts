export { GroupListStore } from "./group-list-store.ts";
export { GroupList } from "./group-list.ts";
export { useGroupList } from "./use-group-list.ts";

/** The screens of groups without their paper, which come after the first screen. */
export const loadGroups = () => import("./groups-part.ts");
