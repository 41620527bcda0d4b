import { type PersonalRecord, routes } from "@abwab/contract";
import { formatNumber, useLanguage, useMessages } from "@abwab/ui";
import { Alert, Button, Group, Stack, Text, TextInput } from "@mantine/core";
import { IconSearch } from "@tabler/icons-react";
import { useMutation } from "@tanstack/react-query";
import { useState, type SubmitEvent } from "react";
import { api } from "../app/api.ts";
import { PageHeader } from "../app/page-header.tsx";
import { ProblemAlert } from "../app/problem-alert.tsx";
import { RoleGate } from "../app/role-gate.tsx";
import { ErasureDialog } from "./erasure-dialog.tsx";
import { FoundRecords } from "./found-records.tsx";
import { Holdings } from "./holdings.tsx";
import { personalMessages } from "./personal-messages.ts";

const FEWEST_LETTERS = 3;

export function PersonalDataPage() {
  return (
    <RoleGate needed="administrator">
      <PersonalData />
    </RoleGate>
  );
}

function PersonalData() {
  const t = useMessages(personalMessages);
  const { language } = useLanguage();
  const [text, setText] = useState("");
  const [erasing, setErasing] = useState<readonly PersonalRecord[]>();
  const [erased, setErased] = useState<number>();
  const search = useMutation({
    mutationFn: (sought: string) => api.call(routes.findPerson, { body: { text: sought } }),
  });
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    setErased(undefined);
    if (text.trim().length >= FEWEST_LETTERS) search.mutate(text.trim());
  };
  const done = (places: number) => {
    setErasing(undefined);
    setErased(places);
    if (search.variables !== undefined) search.mutate(search.variables);
  };
  return (
    <div className="page">
      <PageHeader title={t("title")} hint={t("hint")} />
      <Stack>
        <form onSubmit={submit} className="card" style={{ padding: "var(--mantine-spacing-md)" }}>
          <Group align="end">
            <TextInput
              style={{ flexGrow: 1 }}
              label={t("search")}
              description={t("searchHint")}
              value={text}
              autoComplete="off"
              onChange={(event) => setText(event.currentTarget.value)}
            />
            <Button
              type="submit"
              leftSection={<IconSearch size={18} aria-hidden />}
              loading={search.isPending}
              disabled={text.trim().length < FEWEST_LETTERS}
            >
              {t("find")}
            </Button>
          </Group>
        </form>
        <ProblemAlert error={search.error} />
        {erased !== undefined && (
          <Alert color="forest" role="status">
            {t("erased", { count: erased, number: formatNumber(erased, language) })}
          </Alert>
        )}
        {search.data?.more && <Alert color="brass">{t("more")}</Alert>}
        {search.data?.items.length === 0 && erased === undefined && <Text role="status">{t("nothing")}</Text>}
        {search.data && search.data.items.length > 0 && (
          <FoundRecords key={search.submittedAt} records={search.data.items} onErase={setErasing} />
        )}
        <Holdings />
      </Stack>
      {erasing && <ErasureDialog records={erasing} onDone={done} onClose={() => setErasing(undefined)} />}
    </div>
  );
}
