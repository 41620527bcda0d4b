import type { OutlookStep } from "@abwab/contract";
import { Num } from "@abwab/ui";
import { Table } from "@mantine/core";
import { curvesOf, type OutlookWords } from "./outlook-option.ts";

/** The curves' figures, a row every ten minutes. */
export function OutlookTable({
  steps,
  words,
  time,
}: {
  steps: readonly OutlookStep[];
  words: OutlookWords;
  time: string;
}) {
  const curves = curvesOf(steps);
  const hasRange = curves.includes("expected");
  return (
    <Table stickyHeader verticalSpacing={6}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th scope="col">{time}</Table.Th>
          {curves.map((key) => (
            <Table.Th key={key} scope="col">
              {words[key]}
            </Table.Th>
          ))}
          {hasRange && <Table.Th scope="col">{words.range}</Table.Th>}
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {steps.map((step) => (
          <Table.Tr key={step.at}>
            <Table.Th scope="row">
              <bdi>{words.time(step.at)}</bdi>
            </Table.Th>
            {curves.map((key) => (
              <Table.Td key={key}>
                <Figure value={step[key]} />
              </Table.Td>
            ))}
            {hasRange && (
              <Table.Td>
                <bdi dir="ltr">
                  <Figure value={step.low} />
                  {step.low !== null && " – "}
                  {step.high !== null && <Figure value={step.high} />}
                </bdi>
              </Table.Td>
            )}
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}

const Figure = ({ value }: { value: number | null }) => (value === null ? "–" : <Num value={value} />);
