import { ApiProblem } from "@abwab/api-client";
import type { Edition, ImportSummary } from "@abwab/contract";
import { useMessages } from "@abwab/ui";
import { Button } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link, useParams } from "react-router";
import { EmptyState } from "../app/empty-state.tsx";
import { PageSkeleton } from "../app/page-skeleton.tsx";
import { ProblemAlert } from "../app/problem-alert.tsx";
import { RoleGate } from "../app/role-gate.tsx";
import { useSlug } from "../app/use-slug.ts";
import { useEdition } from "../editions/edition-queries.ts";
import { ImportFrame } from "./import-frame.tsx";
import { importMessages } from "./import-messages.ts";
import { importQuery } from "./import-queries.ts";
import { ProgressPanel } from "./progress-panel.tsx";
import { ReadingStep } from "./reading-step.tsx";
import { ResultStep } from "./result-step.tsx";
import { RowsStep } from "./rows-step.tsx";
import { useStep } from "./use-step.ts";

export function ImportPage() {
  const slug = useSlug();
  const { id = "" } = useParams();
  const edition = useEdition(slug);
  return (
    <RoleGate needed="organiser">{edition ? <One key={id} edition={edition} id={id} /> : <PageSkeleton />}</RoleGate>
  );
}

function One({ edition, id }: { edition: Edition; id: string }) {
  const t = useMessages(importMessages);
  const { slug } = edition;
  const found = useQuery(importQuery(slug, id));
  if (found.data) {
    return (
      <ImportFrame slug={slug} summary={found.data}>
        <Step edition={edition} summary={found.data} />
      </ImportFrame>
    );
  }
  if (found.error instanceof ApiProblem && (found.error.status === 404 || found.error.status === 400)) {
    return (
      <EmptyState title={t("discardedTitle")} hint={t("discardedHint")}>
        <Button component={Link} to={`/imports/${slug}`}>
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

/** What the import waits for: the service, a person, or nothing any more. */
function Step({ edition, summary }: { edition: Edition; summary: ImportSummary }) {
  const t = useMessages(importMessages);
  const [step] = useStep();
  const { slug } = edition;
  switch (summary.state) {
    case "reading":
      // Read anew after a correction: what was corrected stays on screen.
      if (step === "reading" && summary.columns.length > 0) return <ReadingStep slug={slug} summary={summary} />;
      return (
        <ProgressPanel
          progress={summary.progress}
          text={t(summary.progress.done > 0 ? "readingRows" : "readingFile")}
        />
      );
    case "preview":
      return step === "rows" ? (
        <RowsStep slug={slug} summary={summary} />
      ) : (
        <ReadingStep slug={slug} summary={summary} />
      );
    case "failed":
      // What a person may put right stays correctable: another sheet, other titles, another separator.
      return summary.sample.length > 0 || summary.sheets.length > 1 ? (
        <ReadingStep slug={slug} summary={summary} />
      ) : (
        <ResultStep edition={edition} summary={summary} />
      );
    case "committing":
      return <ProgressPanel progress={summary.progress} text={t("committing")} />;
    default:
      return <ResultStep edition={edition} summary={summary} />;
  }
}
