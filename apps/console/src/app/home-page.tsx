import { useMessages } from "@abwab/ui";
import { Button } from "@mantine/core";
import { Link, Navigate, useLocation } from "react-router";
import { useChosenEdition } from "../editions/chosen-edition.ts";
import { useEditions } from "../editions/edition-queries.ts";
import { useMay } from "../sign-in/session.ts";
import { appMessages } from "./app-messages.ts";
import { EmptyState } from "./empty-state.tsx";
import { PageSkeleton } from "./page-skeleton.tsx";
import { ProblemAlert } from "./problem-alert.tsx";

/** Goes to the live board (or the wall) of the edition that the console is about. */
export function HomePage({
  part = "live",
}: {
  part?: "live" | "wall" | "devices" | "setup" | "visits" | "media" | "organisations" | "imports";
}) {
  const t = useMessages(appMessages);
  const editions = useEditions();
  const edition = useChosenEdition();
  const { search } = useLocation();
  const mayCreate = useMay("administrator");
  if (edition) return <Navigate to={{ pathname: `/${part}/${edition.slug}`, search }} replace />;
  if (editions.error) {
    return (
      <div className="page">
        <ProblemAlert error={editions.error} retry={() => void editions.refetch()} />
      </div>
    );
  }
  if (!editions.data) return <PageSkeleton />;
  return (
    <EmptyState title={t("noEditionTitle")} hint={t(mayCreate ? "noEditionHint" : "noEditionWait")}>
      {mayCreate && (
        <Button component={Link} to="/editions?new">
          {t("createEdition")}
        </Button>
      )}
    </EmptyState>
  );
}
