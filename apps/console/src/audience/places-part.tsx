import type { AttendanceBreakdown, GroupPlace, OriginShare } from "@abwab/contract";
import { formatNumber, Num, useLanguage, useMessages } from "@abwab/ui";
import { SegmentedControl } from "@mantine/core";
import { useState } from "react";
import { ListTable } from "../app/list-table.tsx";
import { placeName, useProvinceName, useRegions } from "../organisations/geography.ts";
import { audienceMessages } from "./audience-messages.ts";
import { RegionMap } from "./region-map.tsx";

/** Where they are from: groups as they were registered, the public as the sample that was asked. */
export function PlacesPart({ breakdown }: { breakdown: AttendanceBreakdown }) {
  const t = useMessages(audienceMessages);
  const [of, setOf] = useState<"groups" | "public">("groups");
  return (
    <section className="card audience-part" aria-labelledby="places-title">
      <div className="audience-head">
        <h2 className="audience-title" id="places-title">
          {t("places")}
        </h2>
        <SegmentedControl
          aria-label={t("placesOf")}
          value={of}
          onChange={(value) => setOf(value === "public" ? "public" : "groups")}
          data={[
            { value: "groups", label: t("groups") },
            { value: "public", label: t("public") },
          ]}
        />
      </div>
      {of === "groups" ? <Groups places={breakdown.groupPlaces} /> : <Public origins={breakdown.origins} />}
    </section>
  );
}

function Groups({ places }: { places: readonly GroupPlace[] }) {
  const t = useMessages(audienceMessages);
  const provinceName = useProvinceName();
  const values = new Map<string, number>();
  for (const { region, people } of places) if (region !== null) values.set(region, (values.get(region) ?? 0) + people);
  const elsewhere = places.filter(({ region }) => region === null).reduce((sum, { people }) => sum + people, 0);
  return (
    <>
      <p className="audience-note">
        {t("groupsHint")} {elsewhere > 0 && t("elsewhere", { people: elsewhere })}
      </p>
      <div className="audience-places">
        <RegionMap label={t("groupsMap")} values={values} />
        <div className="audience-table">
          <ListTable
            caption={t("groupsMap")}
            name="groups"
            rows={places}
            keyOf={({ city, province }) => `${province} ${city}`}
            columns={[
              {
                key: "city",
                value: ({ city }) => city ?? t("unknown"),
                title: t("city"),
                cell: ({ city }) => <bdi>{city ?? t("unknown")}</bdi>,
              },
              {
                key: "province",
                value: ({ province }) => (province ? provinceName(province) : null),
                title: t("province"),
                cell: (row) => (row.province ? provinceName(row.province) : "–"),
              },
              {
                key: "booked",
                value: ({ booked }) => booked,
                title: t("booked"),
                cell: ({ booked }) => <Num value={booked} />,
              },
              {
                key: "arrived",
                value: ({ arrived }) => arrived,
                title: t("arrived"),
                cell: ({ arrived }) => <Num value={arrived} />,
              },
              {
                key: "people",
                value: ({ people }) => people,
                title: t("people"),
                cell: ({ people }) => <Num value={people} />,
              },
            ]}
          />
        </div>
      </div>
    </>
  );
}

function Public({ origins }: { origins: AttendanceBreakdown["origins"] }) {
  const t = useMessages(audienceMessages);
  const { language } = useLanguage();
  const regions = useRegions();
  const nameOf = (place: string | null) => {
    const region = regions.find(({ code }) => code === place);
    return region ? placeName(region, language) : t("otherPlaces");
  };
  const percent = (share: number) => formatNumber(share, language, { percent: true, decimals: 1 });
  if (origins.asked === 0) {
    return (
      <p className="audience-note">
        {origins.every === 0 ? t("nobodyAsked") : t("nobodyAnswered", { every: origins.every })}
      </p>
    );
  }
  const values = new Map(
    origins.regions.flatMap(({ place, share }) => (place === null ? [] : [[place, share] as const])),
  );
  return (
    <>
      <p className="audience-note">{t("publicHint", { asked: origins.asked, every: origins.every })}</p>
      <div className="audience-places">
        <RegionMap label={t("publicMap")} values={values} percent />
        <div className="audience-table">
          <ListTable<OriginShare>
            caption={t("publicMap")}
            name="public"
            rows={origins.regions}
            keyOf={({ place }) => place ?? "other"}
            columns={[
              {
                key: "region",
                value: ({ place }) => nameOf(place),
                title: t("region"),
                cell: ({ place }) => nameOf(place),
              },
              {
                key: "answers",
                value: ({ answers }) => answers,
                title: t("answers"),
                cell: ({ answers }) => <Num value={answers} />,
              },
              { key: "share", value: ({ share }) => share, title: t("share"), cell: ({ share }) => percent(share) },
              {
                key: "margin",
                value: ({ margin }) => margin,
                title: t("margin"),
                cell: ({ margin }) => <bdi dir="ltr">± {percent(margin)}</bdi>,
              },
            ]}
          />
        </div>
      </div>
    </>
  );
}
