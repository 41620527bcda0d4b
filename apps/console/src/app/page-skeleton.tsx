import { useMessages } from "@abwab/ui";
import { Skeleton, Stack, VisuallyHidden } from "@mantine/core";
import { appMessages } from "./app-messages.ts";

/** The shape of a page while its content is on its way. */
export function PageSkeleton() {
  const t = useMessages(appMessages);
  return (
    <Stack className="page" role="status">
      <VisuallyHidden>{t("loading")}</VisuallyHidden>
      <Skeleton height={36} width="min(20rem, 60%)" />
      <Skeleton height={96} />
      <Skeleton height={320} />
    </Stack>
  );
}
