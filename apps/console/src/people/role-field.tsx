import { role as roleSchema, roles, type Role } from "@abwab/contract";
import { useMessages } from "@abwab/ui";
import { Radio, Stack } from "@mantine/core";
import { appMessages, roleTexts } from "../app/app-messages.ts";
import { peopleMessages } from "./people-messages.ts";

const roleHints = {
  viewer: "viewerHint",
  supervisor: "supervisorHint",
  organiser: "organiserHint",
  administrator: "administratorHint",
} as const;

/** The roles from the least to the most, each with what it may do. */
export function RoleField({ value, onChange }: { value: Role; onChange: (role: Role) => void }) {
  const t = useMessages(peopleMessages);
  const app = useMessages(appMessages);
  return (
    <Radio.Group label={t("role")} value={value} onChange={(next) => onChange(roleSchema.parse(next))}>
      <Stack gap="xs" mt="xs">
        {roles.map((each) => (
          <Radio key={each} value={each} label={app(roleTexts[each])} description={t(roleHints[each])} />
        ))}
      </Stack>
    </Radio.Group>
  );
}
