import type { Organisation, OrganisationType } from "@abwab/contract";
import { useMessages, organisationWords } from "@abwab/ui";
import { Badge } from "@mantine/core";

const colors = {
  school: "forest",
  civil_society: "brass",
  media: "clay",
  institution: "sand",
} as const satisfies Record<OrganisationType, string>;

/** What an organisation is: its type and, where it is known, its kind. */
export function TypeBadge({ of: { type, kind } }: { of: Pick<Organisation, "type" | "kind"> }) {
  const words = useMessages(organisationWords);
  return (
    <Badge color={colors[type]}>
      {words(type)}
      {kind !== null && ` · ${words(kind)}`}
    </Badge>
  );
}
