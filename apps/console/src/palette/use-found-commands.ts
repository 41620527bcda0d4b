import { readPassCodeStart, routes, hasRole, showPassCode } from "@abwab/contract";
import { foldName } from "@abwab/domain";
import { organisationName, useLanguage } from "@abwab/ui";
import { useDebouncedValue } from "@mantine/hooks";
import { IconBuildingCommunity, IconDeviceTablet, IconId } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { api } from "../app/api.ts";
import { devicesQuery } from "../devices/device-queries.ts";
import { useUser } from "../sign-in/session.ts";
import type { Command } from "./command.ts";
import { findCommands } from "./palette-search.ts";

const TYPING_MS = 200;
const MOST = 6;
/** Fewer letters than these say too little to ask the service for. */
const LETTERS = 2;

export interface FoundCommands {
  commands: Command[];
  isSearching: boolean;
}

/** What the service knows by the words typed: devices, organisations and passes of the edition. */
export function useFoundCommands(slug: string | undefined, typed: string): FoundCommands {
  const { language } = useLanguage();
  const { role } = useUser();
  const [asked] = useDebouncedValue(typed.trim(), TYPING_MS);
  const isAsked = slug !== undefined && foldName(asked).length >= LETTERS;
  const edition = slug ?? "";
  const params = { slug: edition };
  const isSupervisor = hasRole(role, "supervisor");
  const devices = useQuery({ ...devicesQuery(edition), enabled: isAsked, refetchInterval: false });
  const organisations = useQuery({
    queryKey: ["editions", slug, "palette", "organisations", asked],
    queryFn: ({ signal }) =>
      api.call(routes.listOrganisations, { params, query: { search: asked, limit: MOST }, signal }),
    enabled: isAsked && isSupervisor,
  });
  const code = readPassCodeStart(asked);
  const passes = useQuery({
    queryKey: ["editions", slug, "palette", "passes", asked],
    queryFn: ({ signal }) => api.call(routes.listPasses, { params, query: { search: asked, limit: MOST }, signal }),
    enabled: isAsked && isSupervisor,
  });
  if (!isAsked) return { commands: [], isSearching: false };
  const ofDevices = (devices.data ?? []).map(({ id, name, checkpoint }): Command => ({
    id: `device ${id}`,
    kind: "device",
    title: name,
    detail: checkpoint,
    icon: IconDeviceTablet,
    words: [name, checkpoint],
    to: `/devices/${slug}?find=${encodeURIComponent(name)}`,
  }));
  const ofPasses = (passes.data?.items ?? []).map((pass): Command => ({
    id: `pass ${pass.code}`,
    kind: "pass",
    title: showPassCode(pass.code),
    ...(pass.label === null ? {} : { detail: pass.label }),
    icon: IconId,
    words: [pass.code],
    to: `/passes/${slug}?search=${pass.code}&pass=${pass.code}`,
  }));
  const ofOrganisations = (organisations.data?.items ?? []).map((organisation): Command => ({
    id: `organisation ${organisation.id}`,
    kind: "organisation",
    title: organisationName(organisation, language),
    ...(organisation.city === null ? {} : { detail: organisation.city }),
    icon: IconBuildingCommunity,
    words: [organisationName(organisation, language)],
    to: `/organisations/${slug}/${organisation.id}`,
  }));
  const exactPass = code?.length === 12 ? ofPasses : [];
  return {
    commands: [
      ...exactPass,
      ...findCommands(ofDevices, asked, []).slice(0, MOST),
      ...ofOrganisations,
      ...(exactPass.length > 0 ? [] : ofPasses),
    ],
    isSearching: organisations.isFetching || passes.isFetching || devices.isFetching,
  };
}
