import type { Role } from "@abwab/contract";
import {
  IconArrowsSplit2,
  IconBell,
  IconBroadcast,
  IconBuildingArch,
  IconBuildingCommunity,
  IconCalendarCheck,
  IconCalendarEvent,
  IconCalendarTime,
  IconDeviceTablet,
  IconEraser,
  IconEye,
  IconFileExport,
  IconFileImport,
  IconHandStop,
  IconHistory,
  IconId,
  IconKey,
  IconMicrophone2,
  IconNews,
  IconReport,
  IconSchool,
  IconTrendingUp,
  IconUserShield,
  IconUsers,
  IconUsersGroup,
} from "@tabler/icons-react";

/** The parts of an edition, by the first word of their addresses, each with the role that may see it. */
export const editionPages = [
  { part: "live", icon: IconBroadcast, role: "viewer", ofZones: true },
  { part: "outlook", icon: IconTrendingUp, role: "viewer" },
  { part: "alerts", icon: IconBell, role: "viewer", ofZones: true },
  { part: "steering", icon: IconHandStop, role: "organiser", ofZones: true },
  { part: "audience", icon: IconUsersGroup, role: "viewer" },
  { part: "days", icon: IconCalendarCheck, role: "viewer" },
  { part: "reports", icon: IconReport, role: "organiser" },
  { part: "communique", icon: IconNews, role: "organiser" },
  { part: "devices", icon: IconDeviceTablet, role: "viewer", ofZones: true },
  { part: "programme", icon: IconCalendarTime, role: "viewer" },
  { part: "visits", icon: IconSchool, role: "supervisor" },
  { part: "media", icon: IconMicrophone2, role: "supervisor" },
  { part: "reach", icon: IconEye, role: "viewer" },
  { part: "passes", icon: IconId, role: "supervisor" },
  { part: "organisations", icon: IconBuildingCommunity, role: "supervisor" },
  { part: "imports", icon: IconFileImport, role: "organiser" },
  { part: "exports", icon: IconFileExport, role: "organiser" },
  { part: "staff", icon: IconUserShield, role: "supervisor" },
  { part: "conflicts", icon: IconArrowsSplit2, role: "supervisor", ofZones: true },
  { part: "setup", icon: IconBuildingArch, role: "organiser" },
] as const satisfies readonly { part: string; role: Role; icon: typeof IconBell; ofZones?: true }[];

/** What stands above editions. */
export const generalPages = [
  { part: "editions", icon: IconCalendarEvent, role: "viewer", ofZones: true },
  { part: "people", icon: IconUsers, role: "administrator" },
  { part: "tokens", icon: IconKey, role: "administrator" },
  { part: "personal-data", icon: IconEraser, role: "administrator" },
  { part: "audit", icon: IconHistory, role: "administrator" },
] as const satisfies readonly { part: string; role: Role; icon: typeof IconBell; ofZones?: true }[];

const parts: readonly string[] = [...editionPages.map(({ part }) => part), "comparison", "floor-plan"];

/** The part of an edition that an address is in; the board where it is in none. */
export const partOf = (pathname: string): string => {
  const first = pathname.split("/")[1] ?? "";
  return parts.includes(first) ? first : "live";
};
