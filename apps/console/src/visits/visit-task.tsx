import { routes, type Edition, type Visit } from "@abwab/contract";
import { organisationName, useLanguage, useMessages } from "@abwab/ui";
import { api } from "../app/api.ts";
import { ConfirmDialog } from "../app/confirm-dialog.tsx";
import { PassDialog } from "../passes/pass-dialog.tsx";
import { BookVisitDialog } from "./book-visit-dialog.tsx";
import { BookedDialog } from "./booked-dialog.tsx";
import { ChangeVisitDialog } from "./change-visit-dialog.tsx";
import { PrintDialog, type PrintDialogProps } from "./print-dialog.tsx";
import type { VisitView } from "./use-visit-view.ts";
import { headsOf } from "./visit-board.ts";
import type { VisitAction } from "./visit-menu.tsx";
import { visitMessages } from "./visit-messages.ts";
import { visitsKey } from "./visit-queries.ts";

export type Task =
  | { kind: "book"; slotId: string | null }
  | { kind: "booked"; visit: Visit }
  | { kind: "print"; what: PrintDialogProps["what"] }
  | { kind: VisitAction; visit: Visit };

export interface VisitTaskProps {
  task: Task;
  edition: Edition;
  view: VisitView;
  onTask: (task: Task | undefined) => void;
}

/** The dialog of what is being done. */
export function VisitTask({ task, edition, view, onTask }: VisitTaskProps) {
  const t = useMessages(visitMessages);
  const { language } = useLanguage();
  const { slug } = edition;
  const close = () => onTask(undefined);
  switch (task.kind) {
    case "book":
      return (
        <BookVisitDialog
          edition={edition}
          day={view.day}
          slotId={task.slotId}
          onBooked={(visit) => onTask({ kind: "booked", visit })}
          onClose={close}
        />
      );
    case "booked":
      return <BookedDialog edition={edition} visit={task.visit} onClose={close} />;
    case "print":
      return <PrintDialog edition={edition} view={view} what={task.what} onClose={close} />;
    case "change":
      return <ChangeVisitDialog edition={edition} day={view.day} visit={task.visit} onClose={close} />;
    case "pass":
      return <PassDialog edition={edition} code={task.visit.passCode ?? ""} onClose={close} />;
    case "cancel":
    case "reinstate": {
      const isCancelling = task.kind === "cancel";
      const name = organisationName(task.visit.organisation, language);
      const arrived = headsOf(task.visit.arrived);
      return (
        <ConfirmDialog
          title={t(isCancelling ? "cancelTitle" : "reinstateTitle", { name })}
          text={t(isCancelling ? "cancelText" : "reinstateText")}
          warning={isCancelling && arrived > 0 ? t("cancelArrived", { count: arrived }) : undefined}
          submit={t(isCancelling ? "cancelVisit" : "reinstate")}
          danger={isCancelling}
          act={() =>
            api.call(routes.changeVisit, { params: { slug, id: task.visit.id }, body: { cancelled: isCancelling } })
          }
          refresh={visitsKey(slug)}
          onClose={close}
        />
      );
    }
  }
}
