import { communiqueFieldNames, type CommuniqueTemplate, routes } from "@abwab/contract";
import { readTemplate, type TemplateFault } from "@abwab/domain";
import { directionOf, isolate, useMessages } from "@abwab/ui";
import { Button, Textarea, Title } from "@mantine/core";
import { IconArrowBackUp, IconDeviceFloppy, IconHistory } from "@tabler/icons-react";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type RefObject, useState } from "react";
import { api } from "../app/api.ts";
import { ConfirmDialog } from "../app/confirm-dialog.tsx";
import { ProblemAlert } from "../app/problem-alert.tsx";
import { communiqueMessages } from "./communique-messages.ts";
import { communiqueKey } from "./communique-queries.ts";
import { useVersionWords } from "./use-version-words.ts";
import { VersionsDialog } from "./versions-dialog.tsx";

export interface TemplateEditorProps {
  slug: string;
  /** That in force. */
  template: CommuniqueTemplate;
  draft: string | null;
  onDraft: (draft: string | null) => void;
  mayChange: boolean;
  area: RefObject<HTMLTextAreaElement | null>;
}

/** The text that the release is written from, with what is wrong in it while it is written. */
export function TemplateEditor({ slug, template, draft, onDraft, mayChange, area }: TemplateEditorProps) {
  const t = useMessages(communiqueMessages);
  const client = useQueryClient();
  const faultWords = useFaultWords();
  const about = useVersionWords();
  const [open, setOpen] = useState<"versions" | "reset" | null>(null);
  const { locale } = template;
  const faults = draft === null ? [] : readTemplate(draft, communiqueFieldNames).faults;
  const save = useMutation({
    mutationFn: (text: string | null) =>
      api.call(routes.saveCommuniqueTemplate, { params: { slug }, body: { locale, text } }),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: communiqueKey(slug) });
      onDraft(null);
    },
  });
  const isSendable = draft !== null && draft.trim() !== "" && faults.length === 0;
  return (
    <section className="card release-template" aria-labelledby="template-title">
      <div className="release-head">
        <Title order={2} size="h4" id="template-title">
          {t("template")}
        </Title>
        <Button
          variant="subtle"
          size="compact-md"
          leftSection={<IconHistory size={17} aria-hidden />}
          onClick={() => setOpen("versions")}
        >
          {t("versions")}
        </Button>
      </div>
      <span className="zone-note">{about(template)}</span>
      <Textarea
        ref={area}
        aria-label={t("template")}
        description={`${t("templateHint", { open: "{{", close: "}}" })} ${t("figureHint")}`}
        autosize
        minRows={10}
        maxRows={24}
        lang={locale}
        dir={directionOf(locale)}
        readOnly={!mayChange}
        value={draft ?? template.text}
        maxLength={20_000}
        onChange={({ currentTarget: { value } }) => {
          save.reset();
          onDraft(value === template.text ? null : value);
        }}
        error={
          faults.length === 0 ? undefined : (
            <span className="template-faults" role="alert">
              {faults.map((fault) => (
                <span key={`${fault.line}.${fault.column}`}>{faultWords(fault)}</span>
              ))}
            </span>
          )
        }
      />
      <ProblemAlert error={save.error} />
      {mayChange ? (
        <div className="release-actions">
          <Button
            disabled={!isSendable}
            loading={save.isPending}
            leftSection={<IconDeviceFloppy size={18} aria-hidden />}
            onClick={() => save.mutate(draft)}
          >
            {t("save")}
          </Button>
          {draft !== null && (
            <Button variant="default" onClick={() => onDraft(null)}>
              {t("discard")}
            </Button>
          )}
          {!template.isDefault && (
            <Button
              variant="subtle"
              leftSection={<IconArrowBackUp size={18} aria-hidden />}
              onClick={() => setOpen("reset")}
            >
              {t("reset")}
            </Button>
          )}
          <span role="status" className="zone-note">
            {save.isSuccess && draft === null ? t("saved") : ""}
          </span>
        </div>
      ) : (
        <span className="zone-note">{t("onlyAdministrators")}</span>
      )}
      {open === "versions" && (
        <VersionsDialog
          slug={slug}
          locale={locale}
          onTake={mayChange ? onDraft : undefined}
          onClose={() => setOpen(null)}
        />
      )}
      {open === "reset" && (
        <ConfirmDialog
          title={t("reset")}
          text={t("resetText")}
          submit={t("reset")}
          danger={false}
          act={() => api.call(routes.saveCommuniqueTemplate, { params: { slug }, body: { locale, text: null } })}
          onDone={() => {
            onDraft(null);
            setOpen(null);
          }}
          refresh={communiqueKey(slug)}
          onClose={() => setOpen(null)}
        />
      )}
    </section>
  );
}

function useFaultWords(): (fault: TemplateFault) => string {
  const t = useMessages(communiqueMessages);
  return ({ code, line, column, found, near }) => {
    if (code === "unclosed_field") return t("unclosedField", { line, column });
    const sentence = t("unknownField", { line, column, found: isolate(found) });
    return near === null ? sentence : `${sentence} ${t("perhaps", { near: isolate(near) })}`;
  };
}
