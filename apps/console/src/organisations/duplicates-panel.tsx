import { routes, type DuplicatePair, type Organisation } from "@abwab/contract";
import { useMessages } from "@abwab/ui";
import { Stack, Text } from "@mantine/core";
import { useInfiniteQuery, useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { api } from "../app/api.ts";
import { EmptyState } from "../app/empty-state.tsx";
import { LoadMore } from "../app/load-more.tsx";
import { PageSkeleton } from "../app/page-skeleton.tsx";
import { ProblemAlert } from "../app/problem-alert.tsx";
import { useMay } from "../sign-in/session.ts";
import { DuplicateCard } from "./duplicate-card.tsx";
import { MergeDialog } from "./merge-dialog.tsx";
import { organisationMessages } from "./organisation-messages.ts";
import { duplicatesQuery, organisationsKey } from "./organisation-queries.ts";

/** Pairs that may be one, for a person to decide. */
export function DuplicatesPanel({ slug }: { slug: string }) {
  const t = useMessages(organisationMessages);
  const mayDecide = useMay("organiser");
  const client = useQueryClient();
  const pairs = useInfiniteQuery(duplicatesQuery(slug));
  const [merging, setMerging] = useState<{ kept: Organisation; other: Organisation }>();
  const keepApart = useMutation({
    mutationFn: ({ first, second }: DuplicatePair) =>
      api.call(routes.keepApart, { params: { slug, id: first.id }, body: { other: second.id } }),
    onSuccess: () => client.invalidateQueries({ queryKey: organisationsKey(slug) }),
  });
  const rows = pairs.data?.pages.flatMap((page) => page.items);
  return (
    <>
      <Text c="dimmed" mb="md">
        {t("duplicatesHint")}
      </Text>
      <div role="status">
        {keepApart.isSuccess && (
          <Text size="sm" c="forest.8" mb="sm">
            {t("notSameDone")}
          </Text>
        )}
      </div>
      <ProblemAlert error={pairs.error ?? keepApart.error} retry={() => void pairs.refetch()} />
      {!rows && !pairs.error && <PageSkeleton />}
      {rows?.length === 0 && <EmptyState title={t("duplicatesEmptyTitle")} hint={t("duplicatesEmptyHint")} />}
      <Stack gap="lg">
        {rows?.map((pair) => (
          <DuplicateCard
            key={pair.first.id + pair.second.id}
            slug={slug}
            pair={pair}
            mayDecide={mayDecide}
            isBusy={keepApart.isPending}
            onKeep={(kept, other) => setMerging({ kept, other })}
            onApart={() => keepApart.mutate(pair)}
          />
        ))}
      </Stack>
      <LoadMore list={pairs} />
      {merging && <MergeDialog slug={slug} {...merging} onClose={() => setMerging(undefined)} />}
    </>
  );
}
