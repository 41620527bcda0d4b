import { type Role } from "@abwab/contract";
import { useMessages } from "@abwab/ui";
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
import { NavLink } from "react-router";
import { AlertBadge } from "../alerts/alert-badge.tsx";
import { useMay } from "../sign-in/session.ts";
import { appMessages } from "./app-messages.ts";

export interface NavigationProps {
  /** The edition in view; without one only what stands above editions is offered. */
  slug: string | undefined;
  onChoose: () => void;
}

/** The parts of the console that the role may see. */
export function Navigation({ slug, onChoose }: NavigationProps) {
  const t = useMessages(appMessages);
  const may: Record<Role, boolean> = {
    viewer: useMay("viewer"),
    supervisor: useMay("supervisor"),
    organiser: useMay("organiser"),
    administrator: useMay("administrator"),
  };
  const ofEdition = slug
    ? ([
        { to: `/live/${slug}`, text: "live", icon: IconBroadcast, role: "viewer" },
        { to: `/outlook/${slug}`, text: "outlook", icon: IconTrendingUp, role: "viewer" },
        { to: `/alerts/${slug}`, text: "alerts", icon: IconBell, role: "viewer" },
        { to: `/steering/${slug}`, text: "steering", icon: IconHandStop, role: "organiser" },
        { to: `/audience/${slug}`, text: "audience", icon: IconUsersGroup, role: "viewer" },
        { to: `/days/${slug}`, text: "days", icon: IconCalendarCheck, role: "viewer" },
        { to: `/reports/${slug}`, text: "reports", icon: IconReport, role: "organiser" },
        { to: `/communique/${slug}`, text: "communique", icon: IconNews, role: "organiser" },
        { to: `/devices/${slug}`, text: "devices", icon: IconDeviceTablet, role: "viewer" },
        { to: `/programme/${slug}`, text: "programme", icon: IconCalendarTime, role: "viewer" },
        { to: `/visits/${slug}`, text: "visits", icon: IconSchool, role: "supervisor" },
        { to: `/media/${slug}`, text: "media", icon: IconMicrophone2, role: "supervisor" },
        { to: `/reach/${slug}`, text: "reach", icon: IconEye, role: "viewer" },
        { to: `/passes/${slug}`, text: "passes", icon: IconId, role: "supervisor" },
        { to: `/organisations/${slug}`, text: "organisations", icon: IconBuildingCommunity, role: "supervisor" },
        { to: `/imports/${slug}`, text: "imports", icon: IconFileImport, role: "organiser" },
        { to: `/exports/${slug}`, text: "exports", icon: IconFileExport, role: "organiser" },
        { to: `/staff/${slug}`, text: "staff", icon: IconUserShield, role: "supervisor" },
        { to: `/conflicts/${slug}`, text: "conflicts", icon: IconArrowsSplit2, role: "supervisor" },
        { to: `/setup/${slug}`, text: "setup", icon: IconBuildingArch, role: "organiser" },
      ] as const)
    : [];
  const general = [
    { to: "/editions", text: "editions", icon: IconCalendarEvent, role: "viewer" },
    { to: "/people", text: "people", icon: IconUsers, role: "administrator" },
    { to: "/tokens", text: "tokens", icon: IconKey, role: "administrator" },
    { to: "/audit", text: "audit", icon: IconHistory, role: "administrator" },
  ] as const;
  return (
    <nav aria-label={t("mainNavigation")} className="navigation">
      {[ofEdition, general].map((group, index) => (
        <ul key={index}>
          {group
            .filter(({ role }) => may[role])
            .map(({ to, text, icon: Icon }) => (
              <li key={to}>
                <NavLink to={to} className="navigation-link" onClick={onChoose}>
                  <Icon size={20} stroke={1.6} aria-hidden />
                  {t(text)}
                  {text === "alerts" && slug && <AlertBadge slug={slug} />}
                </NavLink>
              </li>
            ))}
        </ul>
      ))}
    </nav>
  );
}
