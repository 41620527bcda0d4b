import { routes, type Edition, type ProgrammeItem } from "@abwab/contract";
import { formatDate, localName, useLanguage, useMessages } from "@abwab/ui";
import { NativeSelect, Text } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { api } from "../app/api.ts";
import { FormDialog } from "../app/form-dialog.tsx";
import { programmeMessages } from "./programme-messages.ts";
import { programmeQuery } from "./programme-queries.ts";

export interface CopyItemDialogProps {
  edition: Edition;
  item: ProgrammeItem;
  onClose: () => void;
}

export function CopyItemDialog({ edition, item, onClose }: CopyItemDialogProps) {
  const t = useMessages(programmeMessages);
  const { language } = useLanguage();
  const client = useQueryClient();
  const { slug } = edition;
  const days = edition.days.map(({ date }) => date).filter((date) => date !== item.day);
  const [day, setDay] = useState(days.find((date) => date > item.day) ?? days[0] ?? "");
  const copy = useMutation({
    mutationFn: () => api.call(routes.copyProgrammeItem, { params: { slug, id: item.id }, body: { day } }),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: programmeQuery(slug).queryKey });
      onClose();
    },
  });
  return (
    <FormDialog
      title={t("copyTitle", { name: localName(item.names, language) })}
      submit={t("copy")}
      onClose={onClose}
      onSubmit={() => copy.mutate()}
      pending={copy.isPending}
      error={copy.error}
    >
      <Text>{t("copyText")}</Text>
      <NativeSelect
        label={t("day")}
        value={day}
        onChange={(event) => setDay(event.currentTarget.value)}
        data={days.map((date) => ({ value: date, label: formatDate(date, language, "long") }))}
      />
    </FormDialog>
  );
}
