import { importSubject, MAX_IMPORT_BYTES, routes, type ImportSubject } from "@abwab/contract";
import { useMessages } from "@abwab/ui";
import { Alert, Loader, Radio, Text, Title } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useNavigate } from "react-router";
import { api } from "../app/api.ts";
import { ProblemAlert } from "../app/problem-alert.tsx";
import { FileDrop } from "./file-drop.tsx";
import { importMessages } from "./import-messages.ts";
import { importQuery, importsKey } from "./import-queries.ts";

/** A large file on a poor line. */
const SENDING_MS = 600_000;
const MEGABYTE = 1024 * 1024;
const LONGEST_NAME = 200;

/** What the list holds, and the file: from there on the service reads it. */
export function NewImport({ slug }: { slug: string }) {
  const t = useMessages(importMessages);
  const client = useQueryClient();
  const navigate = useNavigate();
  const [subject, setSubject] = useState<ImportSubject>("organisations");
  const [refused, setRefused] = useState<"tooLarge" | "emptyFile">();
  const send = useMutation({
    mutationFn: (file: File) =>
      api.call(routes.createImport, {
        params: { slug },
        query: { subject, fileName: file.name.slice(-LONGEST_NAME) },
        file,
        timeoutMs: SENDING_MS,
      }),
    onSuccess: async (summary) => {
      client.setQueryData(importQuery(slug, summary.id).queryKey, summary);
      await client.invalidateQueries({ queryKey: [...importsKey(slug), "list"] });
      await navigate(`/imports/${slug}/${summary.id}`);
    },
  });
  const size = MAX_IMPORT_BYTES / MEGABYTE;
  const take = (file: File) => {
    const fault = file.size === 0 ? "emptyFile" : file.size > MAX_IMPORT_BYTES ? "tooLarge" : undefined;
    setRefused(fault);
    if (fault === undefined) send.mutate(file);
  };
  return (
    <section className="card new-import">
      <Title order={2} size="h4" mb="sm">
        {t("newTitle")}
      </Title>
      <Radio.Group
        label={t("subject")}
        value={subject}
        onChange={(value) => setSubject(importSubject.parse(value))}
        mb="md"
      >
        <div className="subject-choices">
          {importSubject.options.map((each) => (
            <Radio.Card key={each} value={each} className="subject-choice" aria-label={t(each)}>
              <Radio.Indicator />
              <span>
                <Text fw={600}>{t(each)}</Text>
                <Text size="sm" c="dimmed">
                  {t(`${each}Hint`)}
                </Text>
              </span>
            </Radio.Card>
          ))}
        </div>
      </Radio.Group>
      <FileDrop onFile={take} isBusy={send.isPending} hint={t("formats", { size })} />
      <div role="status">
        {send.isPending && (
          <Text mt="sm" className="new-import-sending">
            <Loader size="xs" /> {t("sending", { name: send.variables.name })}
          </Text>
        )}
      </div>
      {refused !== undefined && (
        <Alert color="clay" role="alert" mt="sm">
          {t(refused, { size })}
        </Alert>
      )}
      {refused === undefined && send.error !== null && <ProblemAlert error={send.error} />}
    </section>
  );
}
