import { organisationName, useLanguage, useMessages } from "@abwab/ui";
import { Pill } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { organisationOf } from "../organisations/organisation-queries.ts";
import { passMessages } from "./pass-messages.ts";

export interface OrganisationPillProps {
  slug: string;
  id: string;
  onRemove: () => void;
}

/** Says that only one organisation's passes are listed, and lets all of them be listed again. */
export function OrganisationPill({ slug, id, onRemove }: OrganisationPillProps) {
  const t = useMessages(passMessages);
  const { language } = useLanguage();
  const { data } = useQuery(organisationOf(slug, id));
  return (
    <Pill
      size="lg"
      withRemoveButton
      onRemove={onRemove}
      removeButtonProps={{ "aria-label": t("everyOrganisation"), "aria-hidden": false, tabIndex: 0 }}
    >
      <bdi>{data ? organisationName(data, language) : "…"}</bdi>
    </Pill>
  );
}
