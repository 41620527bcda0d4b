import { type AlertRule, routes, windowedKinds } from "@abwab/contract";
import { useLanguage, useMessages } from "@abwab/ui";
import { Badge, Button, Group, Menu } from "@mantine/core";
import { IconBell, IconBellOff, IconEdit, IconPlus, IconTrashX } from "@tabler/icons-react";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { api } from "../app/api.ts";
import { appMessages } from "../app/app-messages.ts";
import { ConfirmDialog } from "../app/confirm-dialog.tsx";
import { EmptyState } from "../app/empty-state.tsx";
import { ListTable, type Column } from "../app/list-table.tsx";
import { PageSkeleton } from "../app/page-skeleton.tsx";
import { ProblemAlert } from "../app/problem-alert.tsx";
import { RowMenu } from "../app/row-menu.tsx";
import { alertMessages } from "./alert-messages.ts";
import { alertRulesQuery } from "./alert-queries.ts";
import { RuleForm } from "./rule-form.tsx";
import { ruleMessages } from "./rule-messages.ts";
import { shownMeasure } from "./use-alert-words.ts";
import { usualRules } from "./usual-rules.ts";

type Task = { kind: "add" } | { kind: "change" | "remove"; rule: AlertRule };

/** What rings, and when. */
export function RuleList({ slug }: { slug: string }) {
  const t = useMessages(ruleMessages);
  const app = useMessages(appMessages);
  const client = useQueryClient();
  const rules = useQuery(alertRulesQuery(slug));
  const refresh = () => client.invalidateQueries({ queryKey: alertRulesQuery(slug).queryKey });
  const [task, setTask] = useState<Task>();
  const close = () => setTask(undefined);
  const addUsual = useMutation({
    mutationFn: async () => {
      for (const body of usualRules) await api.call(routes.createAlertRule, { params: { slug }, body });
    },
    onSettled: refresh,
  });
  const toggle = useMutation({
    mutationFn: ({ id, active }: AlertRule) =>
      api.call(routes.changeAlertRule, { params: { slug, id }, body: { active: !active } }),
    onSuccess: refresh,
  });
  const add = (
    <Button leftSection={<IconPlus size={18} aria-hidden />} onClick={() => setTask({ kind: "add" })}>
      {t("add")}
    </Button>
  );
  return (
    <>
      <ProblemAlert error={rules.error ?? addUsual.error ?? toggle.error} />
      {!rules.data && !rules.error && <PageSkeleton />}
      {rules.data?.length === 0 && (
        <EmptyState title={t("emptyTitle")} hint={t("emptyHint")}>
          <Group justify="center">
            <Button variant="default" loading={addUsual.isPending} onClick={() => addUsual.mutate()}>
              {t("usual")}
            </Button>
            {add}
          </Group>
        </EmptyState>
      )}
      {rules.data && rules.data.length > 0 && (
        <>
          <Group justify="flex-end" mb="md">
            {add}
          </Group>
          <RuleTable rules={rules.data} onTask={setTask} onToggle={(rule) => toggle.mutate(rule)} />
        </>
      )}
      {task?.kind === "add" && <RuleForm slug={slug} onClose={close} />}
      {task?.kind === "change" && <RuleForm slug={slug} rule={task.rule} onClose={close} />}
      {task?.kind === "remove" && (
        <ConfirmDialog
          title={t("removeTitle")}
          text={t("removeText")}
          submit={app("remove")}
          act={() => api.call(routes.removeAlertRule, { params: { slug, id: task.rule.id } })}
          refresh={["editions", slug, "alert-rules"]}
          onClose={close}
        />
      )}
    </>
  );
}

interface RuleTableProps {
  rules: readonly AlertRule[];
  onTask: (task: Task) => void;
  onToggle: (rule: AlertRule) => void;
}

function RuleTable({ rules, onTask, onToggle }: RuleTableProps) {
  const t = useMessages(ruleMessages);
  const app = useMessages(appMessages);
  const alerts = useMessages(alertMessages);
  const { language } = useLanguage();
  const columns: Column<AlertRule>[] = [
    { key: "kind", value: ({ kind }) => t(kind), title: t("kind"), cell: ({ kind }) => t(kind) },
    {
      key: "zone",
      value: ({ zone }) => zone ?? t("allZones"),
      title: t("zone"),
      cell: ({ zone }) => (zone === null ? t("allZones") : <bdi>{zone}</bdi>),
    },
    {
      key: "threshold",
      value: ({ threshold }) => threshold,
      title: t("threshold"),
      cell: ({ kind, threshold, windowMinutes }) => (
        <bdi className="abwab-number">
          {shownMeasure(kind, threshold, language)}
          {windowedKinds.has(kind) && ` / ${windowMinutes}′`}
        </bdi>
      ),
    },
    {
      key: "severity",
      value: ({ severity }) => alerts(severity),
      title: t("severity"),
      cell: ({ severity }) => alerts(severity),
    },
    {
      key: "audience",
      value: ({ audience }) => t(audience),
      title: t("audience"),
      cell: ({ audience }) => t(audience),
      minor: true,
    },
    {
      key: "state",
      value: ({ active }) => t(active ? "active" : "inactive"),
      title: t("state"),
      cell: ({ active }) =>
        active ? <Badge color="forest">{t("active")}</Badge> : <Badge color="sand">{t("inactive")}</Badge>,
    },
  ];
  return (
    <ListTable
      caption={alerts("rules")}
      columns={columns}
      rows={rules}
      keyOf={({ id }) => id}
      menu={(rule) => (
        <RowMenu of={`${t(rule.kind)} ${shownMeasure(rule.kind, rule.threshold, language)}`}>
          <Menu.Item leftSection={<IconEdit size={17} aria-hidden />} onClick={() => onTask({ kind: "change", rule })}>
            {t("change")}
          </Menu.Item>
          <Menu.Item
            leftSection={rule.active ? <IconBellOff size={17} aria-hidden /> : <IconBell size={17} aria-hidden />}
            onClick={() => onToggle(rule)}
          >
            {t(rule.active ? "switchOff" : "switchOn")}
          </Menu.Item>
          <Menu.Item
            color="clay"
            leftSection={<IconTrashX size={17} aria-hidden />}
            onClick={() => onTask({ kind: "remove", rule })}
          >
            {app("remove")}
          </Menu.Item>
        </RowMenu>
      )}
    />
  );
}
