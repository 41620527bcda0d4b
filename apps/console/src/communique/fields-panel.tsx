import type { CommuniqueField, DocumentLocale, TracedFigure } from "@abwab/contract";
import { directionOf, formatNumber, useLanguage, useMessages } from "@abwab/ui";
import { Badge, Button, TextInput, Title } from "@mantine/core";
import { useState } from "react";
import { communiqueMessages } from "./communique-messages.ts";

export interface FieldsPanelProps {
  fields: readonly CommuniqueField[];
  /** Of the release: what a field says is in it. */
  locale: DocumentLocale;
  /** Puts a field into the template; left out for who may not change it. */
  onInsert: ((field: string) => void) | undefined;
}

/** Every field with what it says at this moment, and where that is from. */
export function FieldsPanel({ fields, locale, onInsert }: FieldsPanelProps) {
  const t = useMessages(communiqueMessages);
  const { language } = useLanguage();
  const [text, setText] = useState("");
  const wanted = text.trim().toLocaleLowerCase();
  const found = fields.filter(({ field, names }) => `${field} ${names[language]}`.toLocaleLowerCase().includes(wanted));
  return (
    <section className="card release-fields" aria-labelledby="fields-title">
      <Title order={2} size="h4" id="fields-title">
        {t("figures")}
      </Title>
      {onInsert && <span className="zone-note">{t("figuresHint")}</span>}
      <TextInput
        aria-label={t("search")}
        placeholder={t("search")}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <ul className="field-list" aria-labelledby="fields-title">
        {found.map((field) => (
          <li key={field.field} data-field={field.field}>
            <div className="field-head">
              <span className="field-name">{field.names[language]}</span>
              {onInsert ? (
                <Button
                  size="compact-xs"
                  variant="light"
                  className="field-code"
                  aria-label={t("insert", { name: field.names[language] })}
                  onClick={() => onInsert(field.field)}
                >
                  {`{{${field.field}}}`}
                </Button>
              ) : (
                <code className="field-code">{`{{${field.field}}}`}</code>
              )}
            </div>
            {field.text === null ? (
              <span className="field-missing">{field.missing === null ? "–" : t(field.missing)}</span>
            ) : (
              <span className="field-text" lang={locale} dir={directionOf(locale)}>
                {field.text}
              </span>
            )}
            {field.figures.map((figure, index) => (
              <Origin key={index} figure={figure} />
            ))}
          </li>
        ))}
      </ul>
    </section>
  );
}

const colours = { counted: "forest", entered: "brass", published: "sand" } as const;

/** A figure with its origin, and who announced it. */
function Origin({ figure }: { figure: TracedFigure }) {
  const t = useMessages(communiqueMessages);
  const { language } = useLanguage();
  const { value, origin, qualifier, source, isLive } = figure;
  const number = formatNumber(value, language);
  return (
    <span className="field-origin">
      <Badge size="sm" variant="light" color={colours[origin]}>
        {t(origin)}
      </Badge>
      <span>{qualifier === "exact" ? number : t(qualifier, { value: number })}</span>
      {isLive && <span>{t("live")}</span>}
      {source !== null && <span>{t("source", { source })}</span>}
    </span>
  );
}
