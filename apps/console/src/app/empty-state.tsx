import { Logo } from "@abwab/ui";
import { Text, Title } from "@mantine/core";
import type { ReactNode } from "react";

export interface EmptyStateProps {
  title: string;
  hint: string;
  /** The first step out of emptiness. */
  children?: ReactNode;
}

/** Says why there is nothing here and what to do about it. */
export function EmptyState({ title, hint, children }: EmptyStateProps) {
  return (
    <section className="empty-state">
      <Logo size={64} />
      <Title order={2} size="h3">
        {title}
      </Title>
      <Text c="dimmed" maw={460} ta="center">
        {hint}
      </Text>
      {children}
    </section>
  );
}
