import { Title } from "@mantine/core";
import type { ReactNode } from "react";
import { PaperLine } from "./paper-line.tsx";
import { useTitle } from "./use-title.ts";

export interface PageHeaderProps {
  title: string;
  /** One line under the title. */
  hint?: ReactNode;
  /** What can be done here. */
  actions?: ReactNode;
}

/** The head of a page; names the browser's tab too. */
export function PageHeader({ title, hint, actions }: PageHeaderProps) {
  useTitle(title);
  return (
    <header className="page-header">
      <div>
        <Title order={1} size="h2">
          {title}
        </Title>
        <PaperLine />
        {hint !== undefined && <div className="page-hint">{hint}</div>}
      </div>
      {actions !== undefined && <div className="page-actions">{actions}</div>}
    </header>
  );
}
