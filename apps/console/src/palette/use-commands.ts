import { hasRole, type Zone } from "@abwab/contract";
import { languageNames, languages, localName, useLanguage, useMessages } from "@abwab/ui";
import {
  IconCalendarEvent,
  IconDeviceTv,
  IconDoor,
  IconHandStop,
  IconLanguage,
  IconLogout,
  IconMap2,
  IconRun,
  IconScale,
  IconUserCircle,
} from "@tabler/icons-react";
import { useLocation } from "react-router";
import { appMessages } from "../app/app-messages.ts";
import { editionPages, generalPages, partOf } from "../app/pages.ts";
import { useChosenEdition } from "../editions/chosen-edition.ts";
import { useEditions, useZones } from "../editions/edition-queries.ts";
import { editorMessages } from "../floor-plan/editor-messages.ts";
import { comparisonMessages } from "../reports/comparison-messages.ts";
import { useSignOut, useUser, useIsBound } from "../sign-in/session.ts";
import type { Command } from "./command.ts";
import { paletteMessages } from "./palette-messages.ts";

export interface ZoneTask {
  zone: Zone;
  slug: string;
}

/** What can be gone to and done without asking the service: pages, editions, zones and actions of the role. */
export function useCommands(onZone: (task: ZoneTask) => void): Command[] {
  const t = useMessages(paletteMessages);
  const app = useMessages(appMessages);
  const compared = useMessages(comparisonMessages);
  const plan = useMessages(editorMessages);
  const { language, change } = useLanguage();
  const { role: own } = useUser();
  const edition = useChosenEdition();
  const [boundHere, boundAnywhere] = [useIsBound(edition?.slug), useIsBound(undefined)];
  const { pathname } = useLocation();
  const slug = edition?.slug ?? "";
  const { data: editions = [] } = useEditions();
  const { data: zones = [] } = useZones(slug);
  const signOut = useSignOut();
  const page = (id: string, title: string, icon: Command["icon"], to: string): Command => ({
    id,
    kind: "page",
    title,
    icon,
    words: [title, id],
    to,
  });
  const action = (id: string, title: string, icon: Command["icon"], act: () => void): Command => ({
    id,
    kind: "action",
    title,
    icon,
    words: [title],
    act,
  });
  const may = ({ role }: { role: Parameters<typeof hasRole>[1] }) => hasRole(own, role);
  const pages = [
    ...(edition ? editionPages : [])
      .filter((part) => may(part) && (!boundHere || "ofZones" in part))
      .map(({ part, icon }) => page(part, app(part), icon, `/${part}/${slug}`)),
    ...(edition && hasRole(own, "organiser") && !boundHere
      ? [
          page("comparison", compared("title"), IconScale, `/comparison/${slug}`),
          page("floor-plan", plan("title"), IconMap2, `/floor-plan/${slug}`),
        ]
      : []),
    ...generalPages
      .filter((part) => may(part) && (!boundAnywhere || "ofZones" in part))
      .map(({ part, icon }) => page(part, app(part), icon, `/${part}`)),
    page("account", app("account"), IconUserCircle, "/account"),
  ];
  const named = zones.map((zone) => ({ zone, name: localName(zone.names, language) }));
  return [
    ...pages,
    ...named.map(({ zone, name }): Command => ({
      id: `zone ${slug} ${zone.code}`,
      kind: "zone",
      title: name,
      detail: zone.code,
      icon: IconDoor,
      words: [zone.code, `${zone.code} ${name}`, ...Object.values(zone.names)],
      to: `/live/${slug}/${zone.code}`,
    })),
    ...editions.map(({ slug: each, names, city }): Command => ({
      id: `edition ${each}`,
      kind: "edition",
      title: localName(names, language),
      detail: city,
      icon: IconCalendarEvent,
      words: [...Object.values(names), city, each],
      to: `/${partOf(pathname)}/${each}`,
    })),
    ...(hasRole(own, "organiser") ? named : []).map(({ zone, name }): Command => {
      const verb = zone.status === "open" ? "hold" : "reopen";
      const title = t(verb, { zone: `${zone.code} ${name}` });
      return {
        ...action(`status ${slug} ${zone.code}`, title, IconHandStop, () => onZone({ zone, slug })),
        words: [title, ...Object.values(zone.names).map((each) => t(verb, { zone: `${zone.code} ${each}` }))],
      };
    }),
    ...(edition
      ? [
          page("wall", t("wall"), IconDeviceTv, `/wall/${slug}`),
          page("evacuation", t("evacuation"), IconRun, `/evacuation/${slug}`),
        ]
      : []),
    ...languages
      .filter((each) => each !== language)
      .map((each) => ({
        ...action(
          `speak ${each}`,
          t("speak", { language: languageNames[each] }),
          IconLanguage,
          () => void change(each),
        ),
        words: [t("speak", { language: languageNames[each] }), languageNames[each], each],
      })),
    action("signOut", app("signOut"), IconLogout, () => signOut.mutate()),
  ];
}
