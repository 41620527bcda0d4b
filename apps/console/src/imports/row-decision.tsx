import { rowDecision, routes, type ImportRow, type RowDecision } from "@abwab/contract";
import { formatNumber, useLanguage, useMessages } from "@abwab/ui";
import { Radio } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { api } from "../app/api.ts";
import { ProblemAlert } from "../app/problem-alert.tsx";
import { importMessages } from "./import-messages.ts";
import { importQuery, importsKey } from "./import-queries.ts";

interface RowDecisionFieldProps {
  slug: string;
  importId: string;
  row: ImportRow;
}

const texts = { new: "decideNew", same: "decideSame", skip: "decideSkip" } as const satisfies Record<
  RowDecision,
  string
>;

/** What a doubtful row is, for a person to say. */
export function RowDecisionField({ slug, importId: id, row: { row, match, decision } }: RowDecisionFieldProps) {
  const t = useMessages(importMessages);
  const { language } = useLanguage();
  const client = useQueryClient();
  // What was chosen shows at once; what is kept, as soon as it is.
  const [chosen, setChosen] = useState<RowDecision>();
  const decide = useMutation({
    mutationFn: (made: RowDecision) =>
      api.call(routes.decideImportRows, { params: { slug, id }, body: { decisions: [{ row, decision: made }] } }),
    onSuccess: (next) => {
      client.setQueryData(importQuery(slug, id).queryKey, next);
      return client.invalidateQueries({ queryKey: [...importsKey(slug), "rows", id] });
    },
    onSettled: (_answer, _error, made) => setChosen((now) => (now === made ? undefined : now)),
  });
  const choose = (value: string) => {
    const made = rowDecision.parse(value);
    setChosen(made);
    decide.mutate(made);
  };
  return (
    <>
      <Radio.Group
        aria-label={t("decideRow", { row: formatNumber(row, language) })}
        value={chosen ?? decision}
        onChange={choose}
        className="row-decision"
      >
        {rowDecision.options
          // Without an organisation that it looks like there is none to be the same as.
          .filter((each) => each !== "same" || match !== null)
          .map((each) => (
            <Radio key={each} size="sm" value={each} label={t(texts[each])} />
          ))}
      </Radio.Group>
      <ProblemAlert error={decide.error} />
    </>
  );
}
