import type { Organisation, OrganisationType } from "@abwab/contract";
import { organisationWords, useMessages } from "@abwab/ui";
import { Badge, Group } from "@mantine/core";
import { organisationMessages } from "./organisation-messages.ts";

const colors = {
  school: "forest",
  civil_society: "brass",
  media: "clay",
  institution: "sand",
} as const satisfies Record<OrganisationType, string>;

/** What an organisation is: its type and, where it is known, its kind; and whether a kiosk wrote it down. */
export function TypeBadge({ of: { type, kind, atGate } }: { of: Pick<Organisation, "type" | "kind" | "atGate"> }) {
  const t = useMessages(organisationMessages);
  const words = useMessages(organisationWords);
  return (
    <Group gap={6} component="span">
      <Badge color={colors[type]}>
        {words(type)}
        {kind !== null && ` · ${words(kind)}`}
      </Badge>
      {atGate && (
        <Badge variant="outline" color="sand">
          {t("atGate")}
        </Badge>
      )}
    </Group>
  );
}
