import type { Scope } from "@abwab/contract";
import { useMessages } from "@abwab/ui";
import { Badge } from "@mantine/core";
import { scopeMessages } from "./scope-messages.ts";

/** What somebody is bound to, in a few words. */
export function ScopeBadge({ scope }: { scope: Scope }) {
  const t = useMessages(scopeMessages);
  const parts = scope.map(
    ({ edition, zones }) => `${edition}: ${zones === null ? t("wholeEdition") : zones.join(", ")}`,
  );
  return (
    <Badge color="sand" tt="none" title={parts.join(" · ")}>
      <bdi>{parts.join(" · ")}</bdi>
    </Badge>
  );
}
