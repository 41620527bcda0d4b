import { Button, Menu, SegmentedControl } from "@mantine/core";
import { IconCheck, IconLanguage } from "@tabler/icons-react";
import { isLanguage, languageNames, languages } from "../i18n/languages.ts";
import { uiMessages } from "../i18n/ui-messages.ts";
import { useLanguage } from "../i18n/use-language.ts";
import { useMessages } from "../i18n/use-messages.ts";

export interface LanguageSwitchProps {
  /** `row` shows all three side by side; `menu` opens them from one button. */
  variant?: "menu" | "row";
}

/** Each language stands in its own words and letters. */
export function LanguageSwitch({ variant = "menu" }: LanguageSwitchProps) {
  const t = useMessages(uiMessages);
  const { language, change } = useLanguage();
  if (variant === "row") {
    return (
      <SegmentedControl
        aria-label={t("language")}
        value={language}
        onChange={(next) => {
          if (isLanguage(next)) void change(next);
        }}
        data={languages.map((each) => ({ value: each, label: <span lang={each}>{languageNames[each]}</span> }))}
      />
    );
  }
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button
          variant="subtle"
          color="sand.8"
          leftSection={<IconLanguage size={18} aria-hidden />}
          aria-label={`${t("language")}: ${languageNames[language]}`}
        >
          {languageNames[language]}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {languages.map((each) => (
          <Menu.Item
            key={each}
            lang={each}
            onClick={() => void change(each)}
            rightSection={each === language ? <IconCheck size={16} aria-hidden /> : null}
          >
            {languageNames[each]}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
