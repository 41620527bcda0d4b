import { useMessages } from "@abwab/ui";
import { hasRole } from "@abwab/contract";
import { NavLink } from "react-router";
import { AlertBadge } from "../alerts/alert-badge.tsx";
import { useIsBound, useUser } from "../sign-in/session.ts";
import { appMessages } from "./app-messages.ts";
import { editionPages, generalPages } from "./pages.ts";

export interface NavigationProps {
  /** The edition in view; without one only what stands above editions is offered. */
  slug: string | undefined;
  onChoose: () => void;
}

/** The parts of the console that the role may see. */
export function Navigation({ slug, onChoose }: NavigationProps) {
  const t = useMessages(appMessages);
  const { role: own } = useUser();
  const [boundHere, boundAnywhere] = [useIsBound(slug), useIsBound(undefined)];
  const here = editionPages.filter((page) => !boundHere || "ofZones" in page);
  const above = generalPages.filter((page) => !boundAnywhere || "ofZones" in page);
  const groups = [
    slug === undefined ? [] : here.map((page) => ({ ...page, to: `/${page.part}/${slug}` })),
    above.map((page) => ({ ...page, to: `/${page.part}` })),
  ];
  return (
    <nav aria-label={t("mainNavigation")} className="navigation">
      {groups.map((group, index) => (
        <ul key={index}>
          {group
            .filter(({ role }) => hasRole(own, role))
            .map(({ to, part, icon: Icon }) => (
              <li key={to}>
                <NavLink to={to} className="navigation-link" onClick={onChoose}>
                  <Icon size={20} stroke={1.6} aria-hidden />
                  {t(part)}
                  {part === "alerts" && slug && <AlertBadge slug={slug} />}
                </NavLink>
              </li>
            ))}
        </ul>
      ))}
    </nav>
  );
}
