-- What people and tokens are bound to: editions, and zones of them.

-- AlterTable
ALTER TABLE "person" ADD COLUMN     "scope" JSONB;

-- AlterTable
ALTER TABLE "api_token" ADD COLUMN     "zone_ids" JSONB;

-- AlterTable
ALTER TABLE "invitation" ADD COLUMN     "scope" JSONB;
