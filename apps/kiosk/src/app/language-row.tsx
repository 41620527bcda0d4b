import { languageNames, languages, uiMessages, useLanguage, useMessages } from "@abwab/ui";

/** Each language in its own words, so that whoever looks for theirs finds it. */
export function LanguageRow() {
  const t = useMessages(uiMessages);
  const { language, change } = useLanguage();
  return (
    <div className="choice-row" role="group" aria-label={t("language")}>
      {languages.map((each) => (
        <button
          key={each}
          type="button"
          lang={each}
          className="choice"
          aria-pressed={each === language}
          onClick={() => void change(each)}
        >
          {languageNames[each]}
        </button>
      ))}
    </div>
  );
}
