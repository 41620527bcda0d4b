import { type Edition, MOST_COMPARED, routes } from "@abwab/contract";
import { localName, useLanguage, useMessages } from "@abwab/ui";
import { Checkbox, Title } from "@mantine/core";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { api } from "../app/api.ts";
import { NotFoundPage } from "../app/not-found-page.tsx";
import { PageHeader } from "../app/page-header.tsx";
import { PageSkeleton } from "../app/page-skeleton.tsx";
import { ProblemAlert } from "../app/problem-alert.tsx";
import { RoleGate } from "../app/role-gate.tsx";
import { useSlug } from "../app/use-slug.ts";
import { useEditions } from "../editions/edition-queries.ts";
import { ComparedDays } from "./compared-days.tsx";
import { ComparedFigures } from "./compared-figures.tsx";
import { comparisonMessages } from "./comparison-messages.ts";
import { figureText } from "./figure-text.ts";
import "./comparison.css";

export function ComparisonPage() {
  const slug = useSlug();
  const editions = useEditions();
  const edition = editions.data?.find((each) => each.slug === slug);
  if (editions.data && !edition) return <NotFoundPage />;
  return (
    <RoleGate needed="organiser">
      {edition && editions.data ? <Comparison key={slug} edition={edition} all={editions.data} /> : <PageSkeleton />}
    </RoleGate>
  );
}

function Comparison({ edition, all }: { edition: Edition; all: readonly Edition[] }) {
  const t = useMessages(comparisonMessages);
  const { language } = useLanguage();
  const others = all.filter(({ slug }) => slug !== edition.slug);
  const [chosen, setChosen] = useState<string[]>(() => others.slice(0, 1).map(({ slug }) => slug));
  const compared = useQuery({
    queryKey: ["editions", edition.slug, "comparison", chosen],
    queryFn: () =>
      api.call(routes.compareEditions, { params: { slug: edition.slug }, query: { with: chosen.join(",") } }),
    placeholderData: keepPreviousData,
  });
  const nameOf = (slug: string): string => {
    const found = all.find((each) => each.slug === slug);
    return found === undefined ? slug : localName(found.names, language);
  };
  return (
    <div className="page">
      <PageHeader title={t("title")} hint={t("hint")} />
      <section className="card comparison-part">
        {others.length === 0 ? (
          t("none")
        ) : (
          <Checkbox.Group label={t("with")} value={chosen} onChange={setChosen}>
            <div className="comparison-choice">
              {others.map(({ slug }) => (
                <Checkbox
                  key={slug}
                  value={slug}
                  label={nameOf(slug)}
                  disabled={chosen.length >= MOST_COMPARED && !chosen.includes(slug)}
                />
              ))}
            </div>
          </Checkbox.Group>
        )}
      </section>
      <ProblemAlert error={compared.error} retry={() => void compared.refetch()} />
      {!compared.data && !compared.error && <PageSkeleton />}
      {compared.data && (
        <>
          <ComparedFigures items={compared.data.items} nameOf={nameOf} />
          <section className="card comparison-part" aria-labelledby="comparison-remarks">
            <Title order={2} size="h4" id="comparison-remarks">
              {t("remarks")}
            </Title>
            {compared.data.remarks.length === 0 ? (
              <span>{t("comparable")}</span>
            ) : (
              <ul className="comparison-remarks">
                {compared.data.remarks.map(({ figure, reason, editions }) => (
                  <li key={`${figure} ${reason}`}>
                    <strong>{t(figureText(figure))}</strong>{" "}
                    {t(reason, { editions: editions.map(nameOf).join(language === "ar" ? "، " : ", ") })}
                  </li>
                ))}
              </ul>
            )}
          </section>
          <ComparedDays items={compared.data.items} nameOf={nameOf} about={{ edition, asOf: compared.dataUpdatedAt }} />
        </>
      )}
    </div>
  );
}
