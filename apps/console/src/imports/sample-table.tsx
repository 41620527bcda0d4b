import { attendeeField, importField, organisationField, type ImportField, type ImportSummary } from "@abwab/contract";
import { formatNumber, Num, useLanguage, useMessages } from "@abwab/ui";
import { NativeSelect, Radio } from "@mantine/core";
import { importMessages } from "./import-messages.ts";

interface SampleTableProps {
  summary: ImportSummary;
  /** What each column means, as chosen so far. */
  fields: readonly ImportField[];
  isBusy: boolean;
  onFields: (fields: ImportField[]) => void;
  onHeaderRow: (row: number) => void;
}

const ROW_NUMBER_FROM = 1;

/** The first rows as they were read: above each column what it means, beside each row whether it holds the titles. */
export function SampleTable({ summary, fields, isBusy, onFields, onHeaderRow }: SampleTableProps) {
  const t = useMessages(importMessages);
  const { language } = useLanguage();
  const { sample, columns, reading, subject } = summary;
  const width = Math.max(columns.length, ...sample.map((row) => row.length));
  const places = Array.from({ length: width }, (_, column) => column);
  const offered = subject === "attendees" ? attendeeField.options : organisationField.options;
  return (
    <div className="card sample" data-busy={isBusy}>
      <table className="sample-table">
        <caption className="visually-hidden">{t("sample")}</caption>
        <thead>
          <tr>
            <th scope="col">{t("titlesColumn")}</th>
            {places.map((column) => {
              const field = fields[column] ?? "ignore";
              const title = columns[column] ?? "";
              return (
                <th key={column} scope="col" data-ignored={field === "ignore"}>
                  <NativeSelect
                    size="sm"
                    aria-label={t("columnMeans", {
                      column: formatNumber(column + ROW_NUMBER_FROM, language),
                      title: title === "" ? t("untitled") : title,
                    })}
                    value={field}
                    onChange={(event) => {
                      const chosen = importField.parse(event.currentTarget.value);
                      onFields(places.map((place) => (place === column ? chosen : (fields[place] ?? "ignore"))));
                    }}
                    data={offered.map((value) => ({ value, label: t(value) }))}
                  />
                </th>
              );
            })}
          </tr>
        </thead>
        <tbody>
          {sample.map((cells, row) => (
            <tr key={row} data-part={row < reading.headerRow ? "before" : row === reading.headerRow ? "header" : "row"}>
              <th scope="row">
                <Radio
                  name="header-row"
                  size="sm"
                  checked={row === reading.headerRow}
                  onChange={() => !isBusy && onHeaderRow(row)}
                  aria-label={t("asHeader", { row: formatNumber(row + ROW_NUMBER_FROM, language) })}
                  label={<Num value={row + ROW_NUMBER_FROM} />}
                />
              </th>
              {places.map((column) => (
                <td key={column} data-ignored={(fields[column] ?? "ignore") === "ignore"}>
                  <bdi>{cells[column]}</bdi>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
