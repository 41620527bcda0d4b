import type { ImportRow, RowOutcome, RowProblem } from "@abwab/contract";
import { formatNumber, useLanguage, useMessages } from "@abwab/ui";
import { Link } from "react-router";
import { rowProblemMessages } from "./fault-messages.ts";
import { importMessages } from "./import-messages.ts";

interface RowRemarksProps {
  slug: string;
  row: ImportRow;
  outcome: RowOutcome;
}

/** What is wrong with a row, or what it looks like, in plain words. */
export function RowRemarks({ slug, row: { problems, match }, outcome }: RowRemarksProps) {
  const t = useMessages(importMessages);
  const { language } = useLanguage();
  const wordsOf = useProblemWords();
  const isAlike = outcome === "doubtful" && match !== null;
  return (
    <ul className="row-remarks">
      {problems
        // The organisation it is like is named below.
        .filter(({ code }) => !(isAlike && code === "like_organisation"))
        .map((problem) => (
          <li key={`${problem.field} ${problem.code} ${problem.value}`}>{wordsOf(problem)}</li>
        ))}
      {isAlike && (
        <li>
          <Link to={`/organisations/${slug}/${match.id}`} target="_blank" className="organisation-link">
            {t("likeOne", {
              name: match.name,
              percent: formatNumber(match.likeness, language, { percent: true }),
            })}
          </Link>
        </li>
      )}
    </ul>
  );
}

function useProblemWords(): (problem: RowProblem) => string {
  const t = useMessages(rowProblemMessages);
  const fields = useMessages(importMessages);
  return ({ code, field, value }) => t(code, { field: field === null ? "" : fields(field), value: value ?? "" });
}
