import { useMessages } from "@abwab/ui";
import { Button } from "@mantine/core";
import { appMessages } from "./app-messages.ts";

export interface LoadMoreProps {
  list: { hasNextPage: boolean; isFetchingNextPage: boolean; fetchNextPage: () => Promise<unknown> };
}

/** Under a list that comes page by page. */
export function LoadMore({ list }: LoadMoreProps) {
  const t = useMessages(appMessages);
  if (!list.hasNextPage) return null;
  return (
    <Button variant="default" mt="sm" onClick={() => void list.fetchNextPage()} loading={list.isFetchingNextPage}>
      {t("loadMore")}
    </Button>
  );
}
