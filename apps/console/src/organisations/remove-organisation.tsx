import { routes, type Organisation } from "@abwab/contract";
import { useLanguage, useMessages, organisationName } from "@abwab/ui";
import { api } from "../app/api.ts";
import { appMessages } from "../app/app-messages.ts";
import { ConfirmDialog } from "../app/confirm-dialog.tsx";
import { organisationMessages } from "./organisation-messages.ts";
import { organisationsKey } from "./organisation-queries.ts";

interface RemoveOrganisationProps {
  slug: string;
  organisation: Organisation;
  onDone?: () => void;
  onClose: () => void;
}

export function RemoveOrganisation({ slug, organisation, onDone, onClose }: RemoveOrganisationProps) {
  const t = useMessages(organisationMessages);
  const app = useMessages(appMessages);
  const { language } = useLanguage();
  return (
    <ConfirmDialog
      title={t("removeTitle", { name: organisationName(organisation, language) })}
      text={t("removeText")}
      submit={app("remove")}
      act={() => api.call(routes.removeOrganisation, { params: { slug, id: organisation.id } })}
      onDone={onDone ?? onClose}
      refresh={[...organisationsKey(slug), "list"]}
      onClose={onClose}
    />
  );
}
