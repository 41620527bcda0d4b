import type { Communique, Edition } from "@abwab/contract";
import { directionOf, useLanguage, useMessages } from "@abwab/ui";
import { Alert, Badge, Button, Title } from "@mantine/core";
import { IconAlertTriangle, IconDownload, IconFileText } from "@tabler/icons-react";
import { CopyButton } from "../app/copy-button.tsx";
import { communiqueMessages } from "./communique-messages.ts";
import { communiqueFileUrl, type ReleaseChoice } from "./communique-queries.ts";

export interface ReleasePreviewProps {
  edition: Edition;
  choice: ReleaseChoice;
  release: Communique;
  /** Written with a template that is not saved. */
  isDraft: boolean;
}

/** The text as it goes to the press, with what it lacks and how final its figures are. */
export function ReleasePreview({ edition, choice, release, isDraft }: ReleasePreviewProps) {
  const t = useMessages(communiqueMessages);
  const { language } = useLanguage();
  const { text, missing, fields, settledDays, days } = release;
  const nameOf = (field: string): string => fields.find((each) => each.field === field)?.names[language] ?? field;
  const isFinal = settledDays === days;
  return (
    <section className="card release-preview" aria-labelledby="release-title">
      <div className="release-head">
        <Title order={2} size="h4" id="release-title">
          {isDraft ? t("draft") : t("release")}
        </Title>
        <Badge color={isFinal ? "brass" : "forest"}>{t("settled", { settled: settledDays, days })}</Badge>
      </div>
      <span className="zone-note">{isFinal ? t("allFinal") : t("provisional")}</span>
      {missing.length > 0 && (
        <Alert
          color="brass"
          icon={<IconAlertTriangle aria-hidden />}
          title={t("missingTitle", { number: missing.length })}
        >
          <ul className="release-missing">
            {missing.map((field) => (
              <li key={field}>{nameOf(field)}</li>
            ))}
          </ul>
          {t("missingHint")}
        </Alert>
      )}
      <article className="release-text" lang={choice.locale} dir={directionOf(choice.locale)}>
        <MarkedText text={text} />
      </article>
      <div className="release-actions">
        <CopyButton value={text} label={t("copy")} copiedLabel={t("copied")} />
        <Button
          component="a"
          href={`data:text/plain;charset=utf-8,${encodeURIComponent(`\ufeff${text}\n`)}`}
          download={`${edition.slug}-communique-${choice.locale}.txt`}
          variant="default"
          leftSection={<IconFileText size={18} aria-hidden />}
        >
          {t("downloadText")}
        </Button>
        <Button
          component="a"
          href={communiqueFileUrl(edition.slug, choice)}
          download
          leftSection={<IconDownload size={18} aria-hidden />}
        >
          {t("downloadPdf")}
        </Button>
        {isDraft && <span className="zone-note">{t("saveFirst")}</span>}
      </div>
    </section>
  );
}

/** What stands for a missing figure, as the service writes it in each language. */
const MISSING = /(\[(?:ناقص|manque|missing)[^\]\n]*\])/;

/** The text with its title and paragraphs, and with what is missing set off. */
function MarkedText({ text }: { text: string }) {
  const [title = "", ...rest] = text.trim().split("\n");
  const paragraphs = rest.join("\n").split(/\n\s*\n/);
  return (
    <>
      <h3>
        <Marked text={title} />
      </h3>
      {paragraphs
        .filter((paragraph) => paragraph.trim() !== "")
        .map((paragraph, index) => (
          <p key={index}>
            <Marked text={paragraph.trim()} />
          </p>
        ))}
    </>
  );
}

function Marked({ text }: { text: string }) {
  return text.split(MISSING).map((part, index) => (index % 2 === 1 ? <mark key={index}>{part}</mark> : part));
}
