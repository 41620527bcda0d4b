import type { Edition } from "@abwab/contract";
import { localName, useLanguage, useMessages } from "@abwab/ui";
import { Menu, UnstyledButton } from "@mantine/core";
import { IconCheck, IconSelector } from "@tabler/icons-react";
import { useLocation, useNavigate } from "react-router";
import { useEditions } from "../editions/edition-queries.ts";
import { appMessages } from "./app-messages.ts";
import { partOf } from "./pages.ts";

/** Goes to the same part of the console in another edition. */
export function EditionSwitch({ chosen }: { chosen: Edition }) {
  const t = useMessages(appMessages);
  const { language } = useLanguage();
  const { data: editions = [] } = useEditions();
  const navigate = useNavigate();
  const { pathname } = useLocation();
  const part = partOf(pathname);
  return (
    <Menu position="bottom-start" width="target" shadow="md">
      <Menu.Target>
        <UnstyledButton
          className="edition-switch"
          aria-label={`${t("chooseEdition")}: ${localName(chosen.names, language)}`}
        >
          <span>
            <span className="edition-switch-name">{localName(chosen.names, language)}</span>
            <span className="edition-switch-city">{chosen.city}</span>
          </span>
          <IconSelector size={18} aria-hidden />
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        {editions.map((edition) => (
          <Menu.Item
            key={edition.slug}
            onClick={() => void navigate(`/${part}/${edition.slug}`)}
            rightSection={edition.slug === chosen.slug ? <IconCheck size={16} aria-hidden /> : null}
          >
            {localName(edition.names, language)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
