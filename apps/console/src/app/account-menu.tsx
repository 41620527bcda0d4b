import { useMessages } from "@abwab/ui";
import { Avatar, Menu, UnstyledButton } from "@mantine/core";
import { IconLogout, IconUserCircle } from "@tabler/icons-react";
import { Link } from "react-router";
import { useSignOut, useUser } from "../sign-in/session.ts";
import { appMessages, roleTexts } from "./app-messages.ts";

/** Who is signed in, and the way out. */
export function AccountMenu() {
  const t = useMessages(appMessages);
  const user = useUser();
  const signOut = useSignOut();
  return (
    <Menu position="top-start" width={230} shadow="md">
      <Menu.Target>
        <UnstyledButton className="account-button">
          <Avatar size={36} color="brass" variant="filled" aria-hidden>
            {[...user.name][0]}
          </Avatar>
          <span className="account-words">
            <span className="account-name">{user.name}</span>
            <span className="account-role">{t(roleTexts[user.role])}</span>
          </span>
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item component={Link} to="/account" leftSection={<IconUserCircle size={18} aria-hidden />}>
          {t("account")}
        </Menu.Item>
        <Menu.Item leftSection={<IconLogout size={18} aria-hidden />} onClick={() => signOut.mutate()}>
          {t("signOut")}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
