import { documentLocale, type Edition, routes } from "@abwab/contract";
import { useLanguage, useMessages } from "@abwab/ui";
import { SegmentedControl, Switch, Text, Title } from "@mantine/core";
import { useState } from "react";
import { api } from "../app/api.ts";
import { appMessages } from "../app/app-messages.ts";
import { ConfirmDialog } from "../app/confirm-dialog.tsx";
import { CopyButton } from "../app/copy-button.tsx";
import { editionsQuery } from "../editions/edition-queries.ts";
import { useMay } from "../sign-in/session.ts";
import { documentLanguageTexts } from "../visits/document-languages.ts";
import { type CounterLook, counterSnippets, counterThemes } from "./counter-snippets.ts";
import { publicCounterMessages } from "./public-counter-messages.ts";
import "./public-counter.css";

/** Whether everybody may see the totals, and how other pages show them. */
export function PublicCounterPanel({ edition }: { edition: Edition }) {
  const t = useMessages(publicCounterMessages);
  const mayChange = useMay("administrator") && edition.status !== "archived";
  const [asked, setAsked] = useState<boolean | null>(null);
  const isDraft = edition.status === "draft";
  return (
    <div className="public-counter">
      <section className="card public-switch">
        <Switch
          size="md"
          label={t("switch")}
          description={edition.public ? t("on") : t("off")}
          checked={edition.public}
          disabled={!mayChange}
          onChange={({ currentTarget: { checked } }) => setAsked(checked)}
        />
        {!mayChange && <Text size="sm">{t("onlyAdministrators")}</Text>}
        {edition.public && isDraft && <Text size="sm">{t("draft")}</Text>}
      </section>
      {edition.public && !isDraft && <CounterForPages slug={edition.slug} />}
      {asked !== null && (
        <ConfirmDialog
          title={asked ? t("openTitle") : t("closeTitle")}
          text={asked ? t("openText") : t("closeText")}
          submit={asked ? t("openSubmit") : t("closeSubmit")}
          danger={!asked}
          act={() => api.call(routes.changeEdition, { params: { slug: edition.slug }, body: { public: asked } })}
          refresh={editionsQuery.queryKey}
          onClose={() => setAsked(null)}
        />
      )}
    </div>
  );
}

function CounterForPages({ slug }: { slug: string }) {
  const t = useMessages(publicCounterMessages);
  const app = useMessages(appMessages);
  const { language } = useLanguage();
  const [look, setLook] = useState<CounterLook>({ language, theme: "auto" });
  const { data, widget, script, frame } = counterSnippets(window.location.origin, slug, look);
  return (
    <section className="card public-pages">
      <div className="public-look">
        <SegmentedControl
          aria-label={t("language")}
          value={look.language}
          onChange={(value) => setLook((now) => ({ ...now, language: value }))}
          data={documentLocale.options.map((value) => ({ value, label: app(documentLanguageTexts[value]) }))}
        />
        <SegmentedControl
          aria-label={t("theme")}
          value={look.theme}
          onChange={(value) => setLook((now) => ({ ...now, theme: value }))}
          data={counterThemes.map((value) => ({ value, label: t(value) }))}
        />
      </div>
      <div>
        <Title order={2} size="h5">
          {t("preview")}
        </Title>
        <iframe key={widget} className="public-preview" src={widget} title={t("preview")} sandbox="allow-scripts" />
      </div>
      <Snippet title={t("script")} hint={t("scriptHint")} text={script} />
      <Snippet title={t("frame")} text={frame} />
      <Snippet title={t("data")} hint={t("dataHint")} text={data} />
    </section>
  );
}

/** Something to copy. */
function Snippet({ title, hint, text }: { title: string; hint?: string; text: string }) {
  const t = useMessages(publicCounterMessages);
  return (
    <div className="public-snippet">
      <Title order={2} size="h5">
        {title}
      </Title>
      {hint !== undefined && <span className="zone-note">{hint}</span>}
      <code dir="ltr">{text}</code>
      <div>
        <CopyButton value={text} label={t("copy")} copiedLabel={t("copied")} />
      </div>
    </div>
  );
}
