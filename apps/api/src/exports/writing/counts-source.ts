import { isOfPlaces } from "./counts-columns.ts";
import type { ExportPlan, PlannedPlace } from "./export-plan.ts";

/**
 * SQL of the rows that are summed, as `ledger`. A void stands on the ledger without the device, pass and origin of the
 * entry that it takes back: here it has that entry's, so that it takes from where the entry gave. What a person
 * adjusted has none of them.
 */
export function countsSource(plan: ExportPlan): string {
  const by = plan.request.by ?? [];
  const ofPlaces = isOfPlaces(by);
  const ofOrganisations = ofPlaces || by.includes("organisation");
  if (!ofOrganisations && !by.includes("device")) return "ledger";
  const rows = `(${rowsAs("ledger.kind <> 'void'", "ledger")} union all ${rowsAs("ledger.kind = 'void'", "taken")}) as ledger`;
  if (!ofOrganisations) return rows;
  const organisations = `${rows} left join ${organisationsOf(plan.edition.id, plan.request.locale)} on digest = pass_digest`;
  const columns = ["ledger.*, organisation_id, organisation, organisation_type"];
  if (!ofPlaces) return `(select ${columns.join(", ")} from ${organisations}) as ledger`;
  return `(
    select ${columns.join(", ")}, region, region_name, place.province, province_name,
      case when origin is null then organisation_city end as city,
      case when origin is not null then 'said'
        when coalesce(organisation_province, organisation_city) is not null then 'organisation' end as place_known_by
    from ${organisations}
    left join (values ${plan.places.map(placeRow).join(", ")})
      as place (code, region, region_name, province, province_name) on code = coalesce(origin, organisation_province)
  ) as ledger`;
}

/** Rows with who and where they came from: their own, or those of the entry that a void names. */
function rowsAs(where: string, from: "ledger" | "taken"): string {
  const own = "edition_id zone_id kind direction headcount day flags version category placed_at".split(" ");
  const columns = [
    ...own.map((name) => `ledger.${name}`),
    ...["device_id", "pass_digest", "origin"].map((name) => `${from}.${name}`),
  ];
  const join = from === "taken" ? " join ledger as taken on taken.id = ledger.voids" : "";
  return `select ${columns.join(", ")} from ledger${join} where ${where}`;
}

/** Passes with their organisations; one that was merged into another counts as that other. */
function organisationsOf(editionId: number, locale: ExportPlan["request"]["locale"]): string {
  const name = locale === "ar" ? "name_ar, name_fr" : "name_fr, name_ar";
  return `(
    with recursive root as (
      select id, id as root from organisation where edition_id = ${editionId} and merged_into is null
      union all
      select merged.id, root.root from organisation as merged join root on merged.merged_into = root.id
      where merged.edition_id = ${editionId}
    )
    select pass.digest, organisation.id as organisation_id, coalesce(${name}) as organisation,
      organisation.type as organisation_type, organisation.city as organisation_city,
      organisation.province as organisation_province
    from pass join root on root.id = pass.organisation_id join organisation on organisation.id = root.root
    where pass.edition_id = ${editionId}
  ) as invited`;
}

const placeRow = ({ code, region, regionName, province, provinceName }: PlannedPlace): string =>
  `(${[code, region, regionName, province, provinceName].map(literal).join(", ")})`;

const literal = (text: string | null): string => (text === null ? "null::text" : `'${text.replaceAll("'", "''")}'`);
