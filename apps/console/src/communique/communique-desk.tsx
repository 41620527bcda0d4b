import { communiqueFieldNames, type Edition } from "@abwab/contract";
import { readTemplate } from "@abwab/domain";
import { useDebouncedValue } from "@mantine/hooks";
import { useQuery } from "@tanstack/react-query";
import { useRef } from "react";
import { PageSkeleton } from "../app/page-skeleton.tsx";
import { ProblemAlert } from "../app/problem-alert.tsx";
import { useMay } from "../sign-in/session.ts";
import { communiqueQuery, type ReleaseChoice } from "./communique-queries.ts";
import { FieldsPanel } from "./fields-panel.tsx";
import { ReleasePreview } from "./release-preview.tsx";
import { TemplateEditor } from "./template-editor.tsx";

const TYPING_MS = 400;

export interface CommuniqueDeskProps {
  edition: Edition;
  choice: ReleaseChoice;
  /** What was written and not saved; null while nothing was. */
  draft: string | null;
  onDraft: (draft: string | null) => void;
}

/** The release, its template and the figures beside them. */
export function CommuniqueDesk({ edition, choice, draft, onDraft }: CommuniqueDeskProps) {
  const { slug } = edition;
  const mayChange = useMay("administrator") && edition.status !== "archived";
  const [typed] = useDebouncedValue(draft, TYPING_MS);
  const area = useRef<HTMLTextAreaElement>(null);
  const saved = useQuery(communiqueQuery(slug, choice, null));
  const isSound = draft !== null && typed !== null && isReady(typed);
  const preview = useQuery({ ...communiqueQuery(slug, choice, typed), enabled: isSound });
  if (!saved.data) {
    return saved.error ? <ProblemAlert error={saved.error} retry={() => void saved.refetch()} /> : <PageSkeleton />;
  }
  const shown = draft === null ? saved : preview.data ? preview : saved;
  const release = shown.data ?? saved.data;
  const insert = (field: string): void => {
    if (area.current === null) return;
    area.current.focus();
    area.current.setRangeText(`{{${field}}}`, area.current.selectionStart, area.current.selectionEnd, "end");
    onDraft(area.current.value);
  };
  return (
    <>
      <ProblemAlert error={saved.error ?? preview.error} retry={() => void shown.refetch()} />
      <div className="release-desk">
        <div className="release-texts">
          <ReleasePreview edition={edition} choice={choice} release={release} isDraft={shown === preview} />
          <TemplateEditor
            slug={slug}
            template={saved.data.template}
            draft={draft}
            onDraft={onDraft}
            mayChange={mayChange}
            area={area}
          />
        </div>
        <FieldsPanel fields={release.fields} locale={choice.locale} onInsert={mayChange ? insert : undefined} />
      </div>
    </>
  );
}

const isReady = (text: string): boolean =>
  text.trim() !== "" && readTemplate(text, communiqueFieldNames).faults.length === 0;
