import { type DocumentLocale, documentLocale, type Edition } from "@abwab/contract";
import { useLanguage, useMessages } from "@abwab/ui";
import { SegmentedControl, TextInput } from "@mantine/core";
import { useState } from "react";
import { appMessages } from "../app/app-messages.ts";
import { NotFoundPage } from "../app/not-found-page.tsx";
import { PageHeader } from "../app/page-header.tsx";
import { PageSkeleton } from "../app/page-skeleton.tsx";
import { RoleGate } from "../app/role-gate.tsx";
import { useSlug } from "../app/use-slug.ts";
import { useEditions } from "../editions/edition-queries.ts";
import { documentLanguageTexts } from "../visits/document-languages.ts";
import { CommuniqueDesk } from "./communique-desk.tsx";
import { communiqueMessages } from "./communique-messages.ts";
import type { ReleaseChoice } from "./communique-queries.ts";
import "./communique.css";

export function CommuniquePage() {
  const slug = useSlug();
  const editions = useEditions();
  const edition = editions.data?.find((each) => each.slug === slug);
  if (editions.data && !edition) return <NotFoundPage />;
  return (
    <RoleGate needed="organiser">{edition ? <Release key={slug} edition={edition} /> : <PageSkeleton />}</RoleGate>
  );
}

function Release({ edition }: { edition: Edition }) {
  const t = useMessages(communiqueMessages);
  const app = useMessages(appMessages);
  const { language } = useLanguage();
  const [choice, setChoice] = useState<ReleaseChoice>({ locale: language, date: "" });
  /** What was written and not saved, by language: looking at another one loses nothing. */
  const [drafts, setDrafts] = useState<Readonly<Record<DocumentLocale, string | null>>>({
    ar: null,
    fr: null,
    en: null,
  });
  const setDraft = (draft: string | null): void => setDrafts((now) => ({ ...now, [choice.locale]: draft }));
  return (
    <div className="page">
      <PageHeader title={t("title")} hint={t("hint")} />
      <section className="card release-choice">
        <SegmentedControl
          aria-label={t("language")}
          value={choice.locale}
          onChange={(locale) => setChoice((now) => ({ ...now, locale }))}
          data={documentLocale.options.map((value) => ({ value, label: app(documentLanguageTexts[value]) }))}
        />
        <TextInput
          type="date"
          label={t("date")}
          description={t("dateHint")}
          value={choice.date}
          onChange={({ currentTarget: { value } }) => setChoice((now) => ({ ...now, date: value }))}
        />
      </section>
      <CommuniqueDesk
        key={choice.locale}
        edition={edition}
        choice={choice}
        draft={drafts[choice.locale]}
        onDraft={setDraft}
      />
    </div>
  );
}
