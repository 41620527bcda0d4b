import { importEncoding, importSeparator, type ImportReading, type ImportSummary } from "@abwab/contract";
import { formatNumber, useLanguage, useMessages } from "@abwab/ui";
import { NativeSelect, SimpleGrid } from "@mantine/core";
import { importMessages } from "./import-messages.ts";

interface ReadingFieldsProps {
  summary: ImportSummary;
  isBusy: boolean;
  onCorrect: (change: Partial<ImportReading>) => void;
}

const encodingTexts = {
  "utf-8": "utf8",
  "utf-16le": "utf16le",
  "utf-16be": "utf16be",
  "windows-1256": "windows1256",
  "windows-1252": "windows1252",
} as const;
const separatorTexts = { ",": "comma", ";": "semicolon", "\t": "tab", "|": "bar" } as const;

/** How the file is taken apart; a workbook says most of it by itself. */
export function ReadingFields({ summary, isBusy, onCorrect }: ReadingFieldsProps) {
  const t = useMessages(importMessages);
  const { language } = useLanguage();
  const { reading, sheets, sample } = summary;
  // A field that is taken away while it is used would lose the keyboard: it waits instead.
  const correct = (change: Partial<ImportReading>) => {
    if (!isBusy) onCorrect(change);
  };
  return (
    <SimpleGrid cols={{ base: 1, sm: 2, lg: 3 }}>
      {reading.encoding !== null && (
        <NativeSelect
          label={t("encoding")}
          description={t("encodingHint")}
          inputWrapperOrder={["label", "input", "description"]}
          aria-disabled={isBusy}
          value={reading.encoding}
          onChange={(event) => correct({ encoding: importEncoding.parse(event.currentTarget.value) })}
          data={importEncoding.options.map((value) => ({ value, label: t(encodingTexts[value]) }))}
        />
      )}
      {reading.separator !== null && (
        <NativeSelect
          label={t("separator")}
          aria-disabled={isBusy}
          value={reading.separator}
          onChange={(event) => correct({ separator: importSeparator.parse(event.currentTarget.value) })}
          data={importSeparator.options.map((value) => ({ value, label: t(separatorTexts[value]) }))}
        />
      )}
      {sheets.length > 1 && (
        <NativeSelect
          label={t("sheet")}
          aria-disabled={isBusy}
          value={reading.sheet ?? ""}
          onChange={(event) => correct({ sheet: event.currentTarget.value })}
          data={sheets}
        />
      )}
      <NativeSelect
        label={t("headerRow")}
        aria-disabled={isBusy}
        value={String(reading.headerRow)}
        onChange={(event) => correct({ headerRow: Number(event.currentTarget.value) })}
        data={[
          { value: "-1", label: t("noHeader") },
          ...Array.from({ length: Math.max(sample.length, reading.headerRow + 1) }, (_, row) => ({
            value: String(row),
            label: t("headerRowIs", { row: formatNumber(row + 1, language) }),
          })),
        ]}
      />
    </SimpleGrid>
  );
}
