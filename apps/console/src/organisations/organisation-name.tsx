import type { Organisation } from "@abwab/contract";
import { useLanguage } from "@abwab/ui";

type Named = Pick<Organisation, "nameAr" | "nameFr">;

/** Both names, the one to call it by first; each keeps the direction of its own script. */
export function OrganisationName({ of: { nameAr, nameFr } }: { of: Named }) {
  const { language } = useLanguage();
  const both = [
    { lang: "ar", text: nameAr },
    { lang: "fr", text: nameFr },
  ].filter(({ text }) => text !== null);
  const [first, second] = language === "ar" ? both : both.toReversed();
  return (
    <span className="organisation-name">
      <bdi lang={first?.lang}>{first?.text}</bdi>
      {second && (
        <bdi className="organisation-other-name" lang={second.lang}>
          {second.text}
        </bdi>
      )}
    </span>
  );
}
