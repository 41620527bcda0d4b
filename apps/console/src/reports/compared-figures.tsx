import { communiqueFigures } from "@abwab/contract";
import { formatNumber, useLanguage, useMessages } from "@abwab/ui";
import { Badge } from "@mantine/core";
import { communiqueMessages } from "../communique/communique-messages.ts";
import { ComparedBar } from "./compared-bar.tsx";
import { comparisonMessages } from "./comparison-messages.ts";
import { ComparisonTable, type ComparedProps } from "./comparison-table.tsx";
import { figureText } from "./figure-text.ts";

/** Each figure of each edition with its origin, and a bar against the largest of its row. */
export function ComparedFigures({ items, nameOf }: ComparedProps) {
  const t = useMessages(comparisonMessages);
  const words = useMessages(communiqueMessages);
  const { language } = useLanguage();
  const rows = communiqueFigures
    .map((figure) => ({
      figure,
      told: items.map((item) => item.figures.find((each) => each.figure === figure)?.told ?? null),
    }))
    .filter(({ told }) => told.some((each) => each !== null));
  return (
    <ComparisonTable id="comparison-figures" title={t("figures")} rowTitle={t("figure")} items={items} nameOf={nameOf}>
      {rows.map(({ figure, told }) => (
        <tr key={figure} data-figure={figure}>
          <th scope="row">{t(figureText(figure))}</th>
          {told.map((each, index) => (
            <td key={items[index]?.slug ?? index}>
              {each === null ? (
                <span className="zone-note">{t("unknown")}</span>
              ) : (
                <>
                  <strong>
                    {each.qualifier === "exact"
                      ? formatNumber(each.value, language)
                      : words(each.qualifier, { value: formatNumber(each.value, language) })}
                  </strong>{" "}
                  <Badge size="sm" variant="light" color={each.origin === "counted" ? "forest" : "brass"}>
                    {words(each.origin)}
                  </Badge>{" "}
                  {each.isLive && <span className="zone-note">{t("live")}</span>}
                  <ComparedBar value={each.value} most={Math.max(...told.map((one) => one?.value ?? 0))} />
                </>
              )}
            </td>
          ))}
        </tr>
      ))}
    </ComparisonTable>
  );
}
