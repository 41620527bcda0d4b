import { useMessages } from "@abwab/ui";
import { ActionIcon, Menu } from "@mantine/core";
import { IconDotsVertical } from "@tabler/icons-react";
import type { ReactNode } from "react";
import { appMessages } from "./app-messages.ts";

/** What can be done with one row of a list; `of` names the row for who can't see it. */
export function RowMenu({ of, children }: { of: string; children: ReactNode }) {
  const t = useMessages(appMessages);
  return (
    <Menu position="bottom-end" shadow="md">
      <Menu.Target>
        <ActionIcon variant="subtle" color="sand.7" size="lg" aria-label={`${t("actions")}: ${of}`}>
          <IconDotsVertical size={18} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>{children}</Menu.Dropdown>
    </Menu>
  );
}
