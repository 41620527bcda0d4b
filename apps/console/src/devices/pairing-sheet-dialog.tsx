import { documentLocale, type DocumentLocale } from "@abwab/contract";
import { useLanguage, useMessages } from "@abwab/ui";
import { Button, NativeSelect, Text } from "@mantine/core";
import { IconPrinter } from "@tabler/icons-react";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { appMessages } from "../app/app-messages.ts";
import { FormDialog } from "../app/form-dialog.tsx";
import { WholeNumberField } from "../app/whole-number-field.tsx";
import { documentLanguageTexts } from "../visits/document-languages.ts";
import { devicesQuery } from "./device-queries.ts";
import { fetchDocument } from "./fetch-document.ts";
import { manyDevicesMessages } from "./many-devices-messages.ts";

export interface PairingSheetDialogProps {
  slug: string;
  devices: readonly string[];
  onClose: () => void;
}

/** New codes for devices, on paper. Making them ends the earlier ones, so it is asked for, not linked to. */
export function PairingSheetDialog({ slug, devices, onClose }: PairingSheetDialogProps) {
  const t = useMessages(manyDevicesMessages);
  const app = useMessages(appMessages);
  const { language } = useLanguage();
  const client = useQueryClient();
  const [locale, setLocale] = useState<DocumentLocale>(language);
  const [validHours, setValidHours] = useState<number | null>(12);
  const make = useMutation({
    mutationFn: async () => {
      const address = `/api/v1/editions/${encodeURIComponent(slug)}/devices/pairing-sheet`;
      return URL.createObjectURL(await fetchDocument(address, { devices, locale, validHours }));
    },
    onSuccess: () => client.invalidateQueries({ queryKey: devicesQuery(slug).queryKey }),
  });
  const made = make.data;
  useEffect(() => {
    if (made === undefined) return;
    return () => {
      URL.revokeObjectURL(made);
    };
  }, [made]);
  return (
    <FormDialog
      title={t("sheet")}
      submit={t("make")}
      onClose={onClose}
      onSubmit={() => make.mutate()}
      pending={make.isPending}
      error={make.error}
    >
      <Text>{t("sheetText")}</Text>
      <Text fw={600}>{t("sheetFor", { count: devices.length })}</Text>
      <NativeSelect
        label={t("language")}
        value={locale}
        onChange={(event) => setLocale(documentLocale.parse(event.currentTarget.value))}
        data={documentLocale.options.map((value) => ({ value, label: app(documentLanguageTexts[value]) }))}
      />
      <WholeNumberField label={t("validHours")} required value={validHours} onChange={setValidHours} />
      {made !== undefined && (
        <Button
          component="a"
          href={made}
          target="_blank"
          variant="light"
          leftSection={<IconPrinter size={18} aria-hidden />}
        >
          {t("open")}
        </Button>
      )}
    </FormDialog>
  );
}
