import { routes, type ImportSummary } from "@abwab/contract";
import { isolate, useLanguage, useMessages } from "@abwab/ui";
import { Button } from "@mantine/core";
import { IconArrowLeft, IconArrowRight, IconTrashX } from "@tabler/icons-react";
import { type ReactNode, useState } from "react";
import { Link, useNavigate } from "react-router";
import { api } from "../app/api.ts";
import { ConfirmDialog } from "../app/confirm-dialog.tsx";
import { PageHeader } from "../app/page-header.tsx";
import { importMessages } from "./import-messages.ts";
import { importsKey } from "./import-queries.ts";
import { ImportSteps } from "./import-steps.tsx";

interface ImportFrameProps {
  slug: string;
  summary: ImportSummary;
  children: ReactNode;
}

/** What stands round every step of an import: which list it is, how far one is, and the way out. */
export function ImportFrame({ slug, summary, children }: ImportFrameProps) {
  const t = useMessages(importMessages);
  const { direction } = useLanguage();
  const navigate = useNavigate();
  const [isDiscarding, setDiscarding] = useState(false);
  const { id, state, fileName } = summary;
  const Back = direction === "rtl" ? IconArrowRight : IconArrowLeft;
  const mayDiscard = state === "preview" || state === "failed";
  return (
    <div className="page">
      <Button
        component={Link}
        to={`/imports/${slug}`}
        variant="subtle"
        size="compact-md"
        mb="xs"
        leftSection={<Back size={17} aria-hidden />}
      >
        {t("backToList")}
      </Button>
      <PageHeader
        title={isolate(fileName)}
        hint={t(summary.subject)}
        actions={
          mayDiscard ? (
            <Button
              variant="default"
              leftSection={<IconTrashX size={18} aria-hidden />}
              onClick={() => setDiscarding(true)}
            >
              {t("discard")}
            </Button>
          ) : undefined
        }
      />
      <ImportSteps state={state} />
      {children}
      {isDiscarding && (
        <ConfirmDialog
          title={t("discardTitle")}
          text={t("discardText")}
          submit={t("discard")}
          act={() => api.call(routes.discardImport, { params: { slug, id } })}
          onDone={() => void navigate(`/imports/${slug}`)}
          refresh={[...importsKey(slug), "list"]}
          onClose={() => setDiscarding(false)}
        />
      )}
    </div>
  );
}
