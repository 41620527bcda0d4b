import { ApiProblem } from "@abwab/api-client";
import type { Edition, Organisation } from "@abwab/contract";
import { organisationName, useLanguage, useMessages } from "@abwab/ui";
import { Button } from "@mantine/core";
import { IconArrowLeft, IconArrowRight, IconEdit, IconTrashX } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { Link, useNavigate, useParams } from "react-router";
import { appMessages } from "../app/app-messages.ts";
import { EmptyState } from "../app/empty-state.tsx";
import { PageHeader } from "../app/page-header.tsx";
import { PageSkeleton } from "../app/page-skeleton.tsx";
import { ProblemAlert } from "../app/problem-alert.tsx";
import { RoleGate } from "../app/role-gate.tsx";
import { useSlug } from "../app/use-slug.ts";
import { useEdition } from "../editions/edition-queries.ts";
import { useMay } from "../sign-in/session.ts";
import { OrganisationFacts } from "./organisation-facts.tsx";
import { OrganisationForm } from "./organisation-form.tsx";
import { organisationMessages } from "./organisation-messages.ts";
import { OrganisationPapers } from "./organisation-papers.tsx";
import { OrganisationPasses } from "./organisation-passes.tsx";
import { organisationOf } from "./organisation-queries.ts";
import { OrganisationVisits } from "./organisation-visits.tsx";
import { RemoveOrganisation } from "./remove-organisation.tsx";
import { TypeBadge } from "./type-badge.tsx";

export function OrganisationPage() {
  const slug = useSlug();
  const { id = "" } = useParams();
  const edition = useEdition(slug);
  return (
    <RoleGate needed="supervisor">{edition ? <One key={id} edition={edition} id={id} /> : <PageSkeleton />}</RoleGate>
  );
}

function One({ edition, id }: { edition: Edition; id: string }) {
  const t = useMessages(organisationMessages);
  const { slug } = edition;
  const found = useQuery(organisationOf(slug, id));
  if (found.data) return <Particulars edition={edition} organisation={found.data} />;
  if (found.error instanceof ApiProblem && (found.error.status === 404 || found.error.status === 400)) {
    return (
      <EmptyState title={t("gone")} hint={t("goneHint")}>
        <Button component={Link} to={`/organisations/${slug}`}>
          {t("backToList")}
        </Button>
      </EmptyState>
    );
  }
  if (found.error === null) return <PageSkeleton />;
  return (
    <div className="page">
      <ProblemAlert error={found.error} retry={() => void found.refetch()} />
    </div>
  );
}

/** All that is known of one organisation. */
function Particulars({ edition, organisation }: { edition: Edition; organisation: Organisation }) {
  const t = useMessages(organisationMessages);
  const app = useMessages(appMessages);
  const { language, direction } = useLanguage();
  const navigate = useNavigate();
  const mayRemove = useMay("organiser");
  const [task, setTask] = useState<"change" | "remove">();
  const { slug } = edition;
  const Back = direction === "rtl" ? IconArrowRight : IconArrowLeft;
  const close = () => setTask(undefined);
  return (
    <div className="page">
      <Button
        component={Link}
        to={`/organisations/${slug}`}
        variant="subtle"
        size="compact-md"
        mb="xs"
        leftSection={<Back size={17} aria-hidden />}
      >
        {t("backToList")}
      </Button>
      <PageHeader
        title={organisationName(organisation, language)}
        hint={<TypeBadge of={organisation} />}
        actions={
          <>
            <OrganisationPapers edition={edition} organisation={organisation} />
            <Button leftSection={<IconEdit size={18} aria-hidden />} onClick={() => setTask("change")}>
              {app("edit")}
            </Button>
            {mayRemove && (
              <Button
                variant="default"
                leftSection={<IconTrashX size={18} aria-hidden />}
                onClick={() => setTask("remove")}
              >
                {app("remove")}
              </Button>
            )}
          </>
        }
      />
      <OrganisationFacts edition={edition} organisation={organisation} />
      <OrganisationVisits edition={edition} organisation={organisation} />
      <OrganisationPasses edition={edition} organisation={organisation} />
      {task === "change" && <OrganisationForm edition={edition} organisation={organisation} onClose={close} />}
      {task === "remove" && (
        <RemoveOrganisation
          slug={slug}
          organisation={organisation}
          onDone={() => void navigate(`/organisations/${slug}`)}
          onClose={close}
        />
      )}
    </div>
  );
}
