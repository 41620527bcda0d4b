import type { HistoryPoint } from "@abwab/contract";
import { Num } from "@abwab/ui";
import { Table } from "@mantine/core";
import { ScrollRegion } from "../app/scroll-region.tsx";
import { atSameHours, categoriesOf, type ChartWords, type EarlierDay } from "./history-option.ts";

export interface HistoryTableProps {
  points: readonly HistoryPoint[];
  by: "flow" | "category";
  words: ChartWords;
  time: string;
  earlier: EarlierDay | undefined;
}

/** The chart's figures to read, hear or copy. */
export function HistoryTable({ points, by, words, time, earlier }: HistoryTableProps) {
  const categories = by === "category" ? categoriesOf(points) : [];
  const before = earlier && atSameHours(points, earlier, words);
  return (
    <ScrollRegion className="history-table" label={words.description}>
      <Table stickyHeader verticalSpacing={6}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">{time}</Table.Th>
            <Table.Th scope="col">{words.entered}</Table.Th>
            {by === "flow" && <Table.Th scope="col">{words.exited}</Table.Th>}
            {by === "flow" && <Table.Th scope="col">{words.inside}</Table.Th>}
            {earlier && <Table.Th scope="col">{earlier.name}</Table.Th>}
            {categories.map((name) => (
              <Table.Th key={name} scope="col">
                {words.category(name)}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {points.map((point, index) => (
            <Table.Tr key={point.at}>
              <Table.Th scope="row">
                <bdi>{words.label(point.at)}</bdi>
              </Table.Th>
              <Table.Td>
                <Num value={point.entered} />
              </Table.Td>
              {by === "flow" && (
                <Table.Td>
                  <Num value={point.exited} />
                </Table.Td>
              )}
              {by === "flow" && <Table.Td>{point.inside === null ? "–" : <Num value={point.inside} />}</Table.Td>}
              {before && <Table.Td>{typeof before[index] === "number" ? <Num value={before[index]} /> : "–"}</Table.Td>}
              {categories.map((name) => (
                <Table.Td key={name}>
                  <Num value={point.byCategory?.[name]?.entered ?? 0} />
                </Table.Td>
              ))}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </ScrollRegion>
  );
}
