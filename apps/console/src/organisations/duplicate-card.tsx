import type { DuplicatePair, Organisation } from "@abwab/contract";
import { formatNumber, Num, useLanguage, useMessages, organisationWords, organisationName } from "@abwab/ui";
import { Button, Group, VisuallyHidden } from "@mantine/core";
import { IconArrowsDiff } from "@tabler/icons-react";
import type { ReactNode } from "react";
import { Link } from "react-router";
import { useProvinceName } from "./geography.ts";
import { organisationMessages } from "./organisation-messages.ts";

interface DuplicateCardProps {
  slug: string;
  pair: DuplicatePair;
  mayDecide: boolean;
  isBusy: boolean;
  onKeep: (kept: Organisation, other: Organisation) => void;
  onApart: () => void;
}

/** Two organisations beside each other, field by field, with what differs marked. */
export function DuplicateCard({ slug, pair, mayDecide, isBusy, onKeep, onApart }: DuplicateCardProps) {
  const t = useMessages(organisationMessages);
  const { language } = useLanguage();
  const { first, second } = pair;
  const percent = formatNumber(pair.likeness, language, { percent: true });
  return (
    <section
      className="card duplicate-card"
      aria-label={`${organisationName(first, language)} · ${organisationName(second, language)}`}
    >
      <table className="duplicate-table">
        <thead>
          <tr>
            <td>
              <span className="duplicate-likeness">{t("likeness", { percent })}</span>
            </td>
            {[first, second].map((each, index) => (
              <th key={each.id} scope="col">
                <Link to={`/organisations/${slug}/${each.id}`} className="organisation-link">
                  {t(index === 0 ? "first" : "second")}
                </Link>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          <Rows first={first} second={second} />
        </tbody>
        {mayDecide && (
          <tfoot>
            <tr>
              <th scope="row">{t("decision")}</th>
              {[
                { kept: first, other: second },
                { kept: second, other: first },
              ].map(({ kept, other }) => (
                <td key={kept.id}>
                  <Button size="sm" variant="light" disabled={isBusy} onClick={() => onKeep(kept, other)}>
                    {t("keepThis")}
                    <VisuallyHidden>: {organisationName(kept, language)}</VisuallyHidden>
                  </Button>
                </td>
              ))}
            </tr>
          </tfoot>
        )}
      </table>
      {mayDecide && (
        <Group justify="flex-end" mt="sm">
          <Button
            variant="subtle"
            size="sm"
            disabled={isBusy}
            onClick={onApart}
            leftSection={<IconArrowsDiff size={17} aria-hidden />}
          >
            {t("notSame")}
          </Button>
        </Group>
      )}
    </section>
  );
}

function Rows({ first, second }: { first: Organisation; second: Organisation }) {
  const t = useMessages(organisationMessages);
  const words = useMessages(organisationWords);
  const provinceName = useProvinceName();
  const fieldsOf = (each: Organisation): readonly (readonly [title: string, value: string | number | null])[] => [
    [t("nameAr"), each.nameAr],
    [t("nameFr"), each.nameFr],
    [t("type"), words(each.type) + (each.kind === null ? "" : ` · ${words(each.kind)}`)],
    [t("city"), each.city],
    [t("province"), each.province === null ? null : provinceName(each.province)],
    [t("pupils"), each.expectedPupils],
    [t("adults"), each.expectedAdults],
    [t("contact"), each.contact?.name ?? each.contact?.phone ?? each.contact?.email ?? null],
  ];
  const seconds = fieldsOf(second);
  return fieldsOf(first).map(([title, value], index) => {
    const other = seconds[index]?.[1] ?? null;
    const differs = value !== other;
    return (
      <tr key={title} data-differs={differs}>
        <th scope="row">
          {title}
          {differs && <span className="duplicate-mark">{t("differs")}</span>}
        </th>
        <td>{shown(value)}</td>
        <td>{shown(other)}</td>
      </tr>
    );
  });
}

function shown(value: string | number | null): ReactNode {
  if (value === null) return "–";
  return typeof value === "number" ? <Num value={value} /> : <bdi>{value}</bdi>;
}
