import { localName, useLanguage, useMessages, type Language } from "@abwab/ui";
import { Alert, Button, Group, Table, Text } from "@mantine/core";
import { IconUsers } from "@tabler/icons-react";
import { appMessages } from "../app/app-messages.ts";
import { guardedMessages } from "./guarded-messages.ts";
import type { ChangedField } from "./merge-drafts.ts";

export interface ConflictNoticeProps {
  fields: readonly ChangedField[];
  words: Readonly<Partial<Record<string, string>>>;
  onChoose: (keep: "mine" | "theirs") => void;
}

/** What another changed, beside what was filled in here, and the choice between them. */
export function ConflictNotice({ fields, words, onChoose }: ConflictNoticeProps) {
  const t = useMessages(guardedMessages);
  const app = useMessages(appMessages);
  const { language } = useLanguage();
  const yesNo = { yes: app("yes"), no: app("no") };
  const clash = fields.some(({ both }) => both);
  return (
    <Alert color="brass" role="alert" title={t("title")} icon={<IconUsers aria-hidden />} data-testid="conflict">
      <Text size="sm" mb="sm">
        {t(clash ? "both" : "apart")}
      </Text>
      <Table.ScrollContainer minWidth={360}>
        <Table withRowBorders verticalSpacing={6}>
          <Table.Thead>
            <Table.Tr>
              {[t("field"), t("before"), t("theirs"), t("mine")].map((title) => (
                <Table.Th key={title} scope="col">
                  {title}
                </Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {fields.map(({ field, before, theirs, mine, both }) => (
              <Table.Tr key={field}>
                <Table.Th scope="row">{words[field] ?? field}</Table.Th>
                <Table.Td>
                  <bdi>{said(before, language, yesNo)}</bdi>
                </Table.Td>
                <Table.Td fw={600}>
                  <bdi>{said(theirs, language, yesNo)}</bdi>
                </Table.Td>
                <Table.Td fw={both ? 600 : undefined}>
                  <bdi>{both ? said(mine, language, yesNo) : "="}</bdi>
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
      <Group mt="sm">
        {clash ? (
          <>
            <Button variant="default" onClick={() => onChoose("theirs")}>
              {t("takeTheirs")}
            </Button>
            <Button onClick={() => onChoose("mine")}>{t("keepMine")}</Button>
          </>
        ) : (
          <Button onClick={() => onChoose("mine")}>{t("goOn")}</Button>
        )}
      </Group>
    </Alert>
  );
}

/** A value of whatever field, short enough for a table. */
function said(value: unknown, language: Language, yesNo: { yes: string; no: string }): string {
  if (value === null || value === undefined || value === "") return "–";
  if (typeof value === "boolean") return value ? yesNo.yes : yesNo.no;
  if (typeof value === "string" || typeof value === "number") return String(value);
  if (Array.isArray(value)) return value.length === 0 ? "–" : value.map((one) => said(one, language, yesNo)).join(", ");
  if (isNames(value)) return localName(value, language);
  return Object.values(value)
    .map((one) => said(one, language, yesNo))
    .join(" · ");
}

const isNames = (value: object): value is { ar: string; fr: string; en: string } =>
  "ar" in value && "fr" in value && "en" in value;
