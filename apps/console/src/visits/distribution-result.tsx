import type { Distributed } from "@abwab/contract";
import { Num, organisationName, useLanguage, useMessages } from "@abwab/ui";
import { Alert, Button, Group, Stack, Text, Title } from "@mantine/core";
import { IconCalendarPlus, IconCircleCheck } from "@tabler/icons-react";
import { useEffect, useRef, useState } from "react";
import { ListTable, type Column } from "../app/list-table.tsx";
import { distributionMessages, leftReasons, type LeftReason } from "./distribution-messages.ts";

type Left = Distributed["left"][number];

export interface DistributionResultProps {
  result: Distributed;
  /** Whether it was done, or would only be. */
  done: boolean;
  onDo: () => void;
  onBoard: () => void;
}

/** How many find a slot, and who is left, with why and what to do about it. */
export function DistributionResult({ result, done, onDo, onBoard }: DistributionResultProps) {
  const t = useMessages(distributionMessages);
  const { placed, people, left } = result;
  const section = useRef<HTMLElement>(null);
  // On a narrow screen it stands below the form.
  useEffect(() => {
    section.current?.scrollIntoView({ block: "nearest" });
  }, [result]);
  return (
    <section ref={section} className="distribution-result" aria-labelledby="distribution-result">
      <div className="card distribution-figures" data-done={done}>
        <Title order={2} size="h4" id="distribution-result">
          {t(done ? "placedNow" : "wouldPlace")}
        </Title>
        <dl>
          <Figure name="placed" title={t("placed")} value={placed} />
          <Figure name="people" title={t("people")} value={people} />
          <Figure name="left" title={t("left")} value={left.length} />
        </dl>
        <div role="status">
          {done && (
            <Alert color="forest" icon={<IconCircleCheck aria-hidden />}>
              {t("done", { count: placed })}
            </Alert>
          )}
          {!done && placed === 0 && left.length === 0 && <Text>{t("nothing")}</Text>}
          {placed > 0 && left.length === 0 && <Text>{t("everyonePlaced")}</Text>}
        </div>
        <Group justify="flex-end">
          {done && <Button onClick={onBoard}>{t("toBoard")}</Button>}
          {!done && placed > 0 && (
            <Button onClick={onDo} leftSection={<IconCalendarPlus size={18} aria-hidden />}>
              {t("do", { count: placed })}
            </Button>
          )}
        </Group>
      </div>
      {leftReasons.map((reason) => (
        <LeftFor key={reason} reason={reason} left={left.filter((each) => each.reason === reason)} />
      ))}
    </section>
  );
}

function Figure({ name, title, value }: { name: string; title: string; value: number }) {
  return (
    <div data-figure={name}>
      <dt>{title}</dt>
      <dd>
        <Num value={value} />
      </dd>
    </div>
  );
}

const SHOWN_AT_FIRST = 25;

/** Those that one reason leaves without a slot. */
function LeftFor({ reason, left }: { reason: LeftReason; left: readonly Left[] }) {
  const t = useMessages(distributionMessages);
  const { language } = useLanguage();
  const [isWhole, setWhole] = useState(false);
  if (left.length === 0) return null;
  const columns: Column<Left>[] = [
    {
      key: "name",
      value: (row) => organisationName(row, language),
      title: t("organisation"),
      cell: (row) => <bdi>{organisationName(row, language)}</bdi>,
    },
    { key: "people", value: ({ people }) => people, title: t("people"), cell: ({ people }) => <Num value={people} /> },
  ];
  const titleId = `left-${reason}`;
  return (
    <section aria-labelledby={titleId} data-reason={reason}>
      <Stack gap="xs">
        <Title order={3} size="h5" id={titleId}>
          {t(reason)} (<Num value={left.length} />)
        </Title>
        <Text size="sm" c="dimmed">
          {t(`${reason}_help`)}
        </Text>
        <ListTable
          caption={t(reason)}
          name={reason}
          columns={columns}
          rows={isWhole ? left : left.slice(0, SHOWN_AT_FIRST)}
          keyOf={({ organisationId }) => organisationId}
        />
        {!isWhole && left.length > SHOWN_AT_FIRST && (
          <Button variant="default" onClick={() => setWhole(true)} style={{ alignSelf: "start" }}>
            {t("more", { count: left.length - SHOWN_AT_FIRST })}
          </Button>
        )}
      </Stack>
    </section>
  );
}
