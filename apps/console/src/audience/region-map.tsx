import { Num, useLanguage, useMessages } from "@abwab/ui";
import { placeName, useRegions } from "../organisations/geography.ts";
import { audienceMessages } from "./audience-messages.ts";
import { depthOf, regionTiles } from "./region-tiles.ts";

export interface RegionMapProps {
  label: string;
  /** By region's code. */
  values: ReadonlyMap<string, number>;
  /** Values are shares. */
  percent?: boolean;
}

/** The twelve regions as tiles where they lie; north is up and east to the right in every language. */
export function RegionMap({ label, values, percent = false }: RegionMapProps) {
  const t = useMessages(audienceMessages);
  const { language } = useLanguage();
  const regions = useRegions();
  const most = Math.max(0, ...values.values());
  return (
    <ul className="region-map" aria-label={label}>
      {regionTiles.map(({ region, column, row }) => {
        const found = regions.find(({ code }) => code === region);
        const value = values.get(region) ?? 0;
        const name = found ? placeName(found, language) : region;
        return (
          <li
            key={region}
            className="region-tile"
            data-depth={depthOf(value, most)}
            style={{ gridColumn: column, gridRow: row }}
            title={name}
          >
            <span className="region-name" dir="auto">
              {name}
            </span>
            <Num value={value} percent={percent} />
          </li>
        );
      })}
      <li className="region-north" aria-hidden>
        {t("north")} ↑
      </li>
    </ul>
  );
}
