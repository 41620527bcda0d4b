import { Title } from "@mantine/core";
import { useEffect, type ReactNode } from "react";
import { uiMessages, useMessages } from "@abwab/ui";

export interface PageHeaderProps {
  title: string;
  /** One line under the title. */
  hint?: ReactNode;
  /** What can be done here. */
  actions?: ReactNode;
}

/** The head of a page; names the browser's tab too. */
export function PageHeader({ title, hint, actions }: PageHeaderProps) {
  const ui = useMessages(uiMessages);
  useEffect(() => {
    document.title = `${title} · ${ui("product")}`;
  }, [title, ui]);
  return (
    <header className="page-header">
      <div>
        <Title order={1} size="h2">
          {title}
        </Title>
        {hint !== undefined && <div className="page-hint">{hint}</div>}
      </div>
      {actions !== undefined && <div className="page-actions">{actions}</div>}
    </header>
  );
}
