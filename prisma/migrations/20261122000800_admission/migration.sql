-- A refused ask of a group says how many of it had come in, and says the same when it is sent again (E2).

-- AlterTable
ALTER TABLE "refused_ask" ADD COLUMN     "group_arrived" INTEGER;

-- What a pass did at one zone is asked at each of its crossings there: without the zone in the index, each of its
-- crossings elsewhere would be fetched to be left out.

-- DropIndex
DROP INDEX "ledger_pass_digest_placed_at_idx";

-- CreateIndex
CREATE INDEX "ledger_pass_digest_zone_id_placed_at_idx" ON "ledger"("pass_digest", "zone_id", "placed_at") WHERE "pass_digest" IS NOT NULL;

-- The ways in with a pass at a zone, latest first: what the list of conflicts walks.

-- CreateIndex
CREATE INDEX "ledger_zone_id_placed_at_idx" ON "ledger"("zone_id", "placed_at") WHERE "pass_digest" IS NOT NULL AND "direction" = 'in';
