-- CreateTable
CREATE TABLE "settled_day" (
    "edition_id" INTEGER NOT NULL,
    "day" DATE NOT NULL,
    "revision" INTEGER NOT NULL,
    "version" BIGINT NOT NULL,
    "settled_at" TIMESTAMPTZ(3) NOT NULL,
    "settled_by" TEXT NOT NULL,
    "figures" JSONB NOT NULL,

    CONSTRAINT "settled_day_pkey" PRIMARY KEY ("edition_id","day","revision")
);

-- AddForeignKey
ALTER TABLE "settled_day" ADD CONSTRAINT "settled_day_edition_id_fkey" FOREIGN KEY ("edition_id") REFERENCES "edition"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- A revision is what a person put their name to: it is never changed, only followed by the next (C5).
create trigger settled_day_is_append_only before update on settled_day
  for each row execute function refuse_change();

-- Freezes a day at a commit version of its own: under the edition's lock the tallies are exactly the ledger up to it.
-- Figures are one object a zone and category: {"zone", "category", "entered", "exited"}.
create function settle_day(p_edition integer, p_config_version bigint, p_day date, p_settled_by text)
returns settled_day language plpgsql as $$
declare
  v_version bigint := next_version(p_edition, p_config_version);
  v_settled settled_day;
begin
  insert into settled_day (edition_id, day, revision, version, settled_at, settled_by, figures)
  select p_edition, p_day,
    1 + coalesce((select max(revision) from settled_day where edition_id = p_edition and day = p_day), 0),
    v_version, clock_timestamp(), p_settled_by,
    coalesce((
      select jsonb_agg(jsonb_build_object('zone', zone.code, 'category', category, 'entered', entered, 'exited', exited)
                       order by zone.id, category)
      from tally_day join zone on zone.id = zone_id where edition_id = p_edition and day = p_day), '[]')
  returning * into v_settled;
  return v_settled;
end $$;
