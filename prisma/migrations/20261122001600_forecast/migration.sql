-- Who was asked where they come from: one of so many visitors, found by the day without reading all of the others.
CREATE INDEX "ledger_edition_id_day_origin_idx" ON "ledger"("edition_id", "day") WHERE "origin" IS NOT NULL;
