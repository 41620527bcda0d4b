import { routes, type Organisation } from "@abwab/contract";
import { useLanguage, useMessages, organisationName } from "@abwab/ui";
import { api } from "../app/api.ts";
import { ConfirmDialog } from "../app/confirm-dialog.tsx";
import { organisationMessages } from "./organisation-messages.ts";
import { organisationsKey } from "./organisation-queries.ts";

interface MergeDialogProps {
  slug: string;
  kept: Organisation;
  other: Organisation;
  onClose: () => void;
}

/** Says what a merge does, and how it is taken back, before it is done. */
export function MergeDialog({ slug, kept, other, onClose }: MergeDialogProps) {
  const t = useMessages(organisationMessages);
  const { language } = useLanguage();
  const names = { kept: organisationName(kept, language), other: organisationName(other, language) };
  return (
    <ConfirmDialog
      title={t("mergeTitle")}
      text={t("mergeText", names)}
      warning={t("mergeUndo")}
      submit={t("mergeSubmit")}
      danger={false}
      act={() => api.call(routes.mergeOrganisations, { params: { slug, id: kept.id }, body: { other: other.id } })}
      refresh={organisationsKey(slug)}
      onClose={onClose}
    />
  );
}
