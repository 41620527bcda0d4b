-- Passes, the keys that sign them, and the gate staff.

-- CreateEnum
CREATE TYPE "pass_kind" AS ENUM ('visitor', 'group', 'accreditation');

-- AlterTable
ALTER TABLE "device" ADD COLUMN     "next_token_hash" BYTEA;

-- AlterTable
ALTER TABLE "edition" ADD COLUMN     "origin_sample" INTEGER NOT NULL DEFAULT 0;

-- CreateTable
CREATE TABLE "pass_key" (
    "key_id" TEXT NOT NULL,
    "edition_id" INTEGER NOT NULL,
    "public_key" TEXT NOT NULL,
    "private_key" BYTEA NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "retired_at" TIMESTAMPTZ(3),
    "revoked_at" TIMESTAMPTZ(3),

    CONSTRAINT "pass_key_pkey" PRIMARY KEY ("key_id")
);

-- CreateTable
CREATE TABLE "pass" (
    "code" TEXT NOT NULL,
    "edition_id" INTEGER NOT NULL,
    "key_id" TEXT NOT NULL,
    "batch_id" UUID,
    "kind" "pass_kind" NOT NULL,
    "category" TEXT NOT NULL,
    "label" TEXT,
    "pupils" INTEGER,
    "adults" INTEGER,
    "zones" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "valid_from" TIMESTAMPTZ(0),
    "valid_until" TIMESTAMPTZ(0),
    "digest" BYTEA NOT NULL,
    "issued_at" TIMESTAMPTZ(3) NOT NULL,
    "issued_by" UUID,
    "revoked_at" TIMESTAMPTZ(3),
    "revoked_reason" TEXT,
    "revoked_version" BIGINT,
    "replaced_by" TEXT,

    CONSTRAINT "pass_pkey" PRIMARY KEY ("code")
);

-- CreateTable
CREATE TABLE "pass_batch" (
    "id" UUID NOT NULL,
    "edition_id" INTEGER NOT NULL,
    "request" JSONB NOT NULL,
    "count" INTEGER NOT NULL,
    "issued" INTEGER NOT NULL DEFAULT 0,
    "state" TEXT NOT NULL DEFAULT 'running',
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "created_by" UUID,

    CONSTRAINT "pass_batch_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "operator" (
    "edition_id" INTEGER NOT NULL,
    "code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "pin_hash" TEXT,
    "badge" TEXT,
    "active" BOOLEAN NOT NULL DEFAULT true,

    CONSTRAINT "operator_pkey" PRIMARY KEY ("edition_id","code")
);

-- CreateIndex
CREATE INDEX "pass_key_edition_id_idx" ON "pass_key"("edition_id");

-- CreateIndex
CREATE UNIQUE INDEX "pass_digest_key" ON "pass"("digest");

-- CreateIndex
CREATE INDEX "pass_edition_id_issued_at_code_idx" ON "pass"("edition_id", "issued_at", "code");

-- CreateIndex
CREATE INDEX "pass_batch_id_idx" ON "pass"("batch_id");

-- CreateIndex
CREATE INDEX "pass_edition_id_revoked_version_idx" ON "pass"("edition_id", "revoked_version") WHERE "revoked_version" IS NOT NULL;

-- CreateIndex
CREATE INDEX "pass_batch_edition_id_created_at_idx" ON "pass_batch"("edition_id", "created_at");

-- CreateIndex
CREATE UNIQUE INDEX "device_next_token_hash_key" ON "device"("next_token_hash");

-- CreateIndex
CREATE INDEX "ledger_pass_digest_placed_at_idx" ON "ledger"("pass_digest", "placed_at") WHERE "pass_digest" IS NOT NULL;

-- AddForeignKey
ALTER TABLE "pass_key" ADD CONSTRAINT "pass_key_edition_id_fkey" FOREIGN KEY ("edition_id") REFERENCES "edition"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "pass" ADD CONSTRAINT "pass_edition_id_fkey" FOREIGN KEY ("edition_id") REFERENCES "edition"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "pass" ADD CONSTRAINT "pass_key_id_fkey" FOREIGN KEY ("key_id") REFERENCES "pass_key"("key_id") ON DELETE NO ACTION ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "pass" ADD CONSTRAINT "pass_batch_id_fkey" FOREIGN KEY ("batch_id") REFERENCES "pass_batch"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "pass_batch" ADD CONSTRAINT "pass_batch_edition_id_fkey" FOREIGN KEY ("edition_id") REFERENCES "edition"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "operator" ADD CONSTRAINT "operator_edition_id_fkey" FOREIGN KEY ("edition_id") REFERENCES "edition"("id") ON DELETE CASCADE ON UPDATE CASCADE;
