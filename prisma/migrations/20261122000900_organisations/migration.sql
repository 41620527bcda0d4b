-- Organisations, the lists they come in, their group visits, and what the media do.

-- CreateEnum
CREATE TYPE "organisation_type" AS ENUM ('school', 'civil_society', 'media', 'institution');

-- AlterTable
ALTER TABLE "edition" ADD COLUMN     "pupils_per_adult" INTEGER;

-- AlterTable
ALTER TABLE "pass" ADD COLUMN     "import_id" UUID,
ADD COLUMN     "organisation_id" UUID,
ADD COLUMN     "reference" TEXT;

-- CreateTable
CREATE TABLE "organisation" (
    "id" UUID NOT NULL,
    "edition_id" INTEGER NOT NULL,
    "type" "organisation_type" NOT NULL,
    "kind" TEXT,
    "name_ar" TEXT,
    "name_fr" TEXT,
    "city" TEXT,
    "province" TEXT,
    "expected_pupils" INTEGER NOT NULL DEFAULT 0,
    "expected_adults" INTEGER NOT NULL DEFAULT 0,
    "contact" JSONB,
    "folded" TEXT NOT NULL,
    "import_id" UUID,
    "at_gate" BOOLEAN NOT NULL DEFAULT false,
    "merged_into" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "changed_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "written_by" BIGINT NOT NULL DEFAULT ((pg_current_xact_id())::text)::bigint,

    CONSTRAINT "organisation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "organisation_apart" (
    "first" UUID NOT NULL,
    "second" UUID NOT NULL,

    CONSTRAINT "organisation_apart_pkey" PRIMARY KEY ("first","second")
);

-- CreateTable
CREATE TABLE "organisation_merge" (
    "id" UUID NOT NULL,
    "edition_id" INTEGER NOT NULL,
    "kept" UUID NOT NULL,
    "other" UUID NOT NULL,
    "before" JSONB NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "undone_at" TIMESTAMPTZ(3),

    CONSTRAINT "organisation_merge_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "import" (
    "id" UUID NOT NULL,
    "edition_id" INTEGER NOT NULL,
    "subject" TEXT NOT NULL,
    "file_name" TEXT NOT NULL,
    "content" BYTEA,
    "state" TEXT NOT NULL,
    "rows_done" INTEGER NOT NULL DEFAULT 0,
    "rows_total" INTEGER,
    "reading" JSONB NOT NULL,
    "found" JSONB NOT NULL DEFAULT '{}',
    "outcomes" JSONB NOT NULL DEFAULT '{}',
    "fault" TEXT,
    "turn" INTEGER NOT NULL DEFAULT 0,
    "compared_with" BIGINT,
    "committed_by" BIGINT,
    "cells_forgotten" BOOLEAN NOT NULL DEFAULT false,
    "purged_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "created_by" UUID,

    CONSTRAINT "import_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "import_row" (
    "import_id" UUID NOT NULL,
    "row" INTEGER NOT NULL,
    "outcome" TEXT NOT NULL,
    "values" JSONB NOT NULL,
    "match" JSONB,
    "changes" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "problems" JSONB NOT NULL DEFAULT '[]',
    "decision" TEXT,
    "before" JSONB NOT NULL DEFAULT '{}',
    "target" UUID,
    "folded" TEXT,
    "cells" TEXT[] DEFAULT ARRAY[]::TEXT[],

    CONSTRAINT "import_row_pkey" PRIMARY KEY ("import_id","row")
);

-- CreateTable
CREATE TABLE "import_mapping" (
    "id" UUID NOT NULL,
    "edition_id" INTEGER NOT NULL,
    "subject" TEXT NOT NULL,
    "digest" BYTEA NOT NULL,
    "titles" TEXT[],
    "fields" TEXT[],
    "used_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "import_mapping_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "slot" (
    "id" UUID NOT NULL,
    "edition_id" INTEGER NOT NULL,
    "zone_id" INTEGER NOT NULL,
    "starts_at" TIMESTAMPTZ(0) NOT NULL,
    "ends_at" TIMESTAMPTZ(0) NOT NULL,
    "capacity" INTEGER NOT NULL,

    CONSTRAINT "slot_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "visit" (
    "id" UUID NOT NULL,
    "edition_id" INTEGER NOT NULL,
    "organisation_id" UUID NOT NULL,
    "slot_id" UUID,
    "pupils" INTEGER NOT NULL,
    "adults" INTEGER NOT NULL,
    "first_pass" TEXT,
    "walk_in" BOOLEAN NOT NULL DEFAULT false,
    "printed_at" TIMESTAMPTZ(3),
    "cancelled_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "visit_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "accreditation" (
    "id" UUID NOT NULL,
    "edition_id" INTEGER NOT NULL,
    "organisation_id" UUID NOT NULL,
    "holder" TEXT,
    "duty" TEXT,
    "pass_code" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "accreditation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "media_activity" (
    "id" UUID NOT NULL,
    "edition_id" INTEGER NOT NULL,
    "organisation_id" UUID NOT NULL,
    "what" TEXT NOT NULL,
    "place" TEXT,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "media_activity_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "organisation_edition_id_folded_id_idx" ON "organisation"("edition_id", "folded", "id");

-- CreateIndex
CREATE INDEX "organisation_edition_id_written_by_id_idx" ON "organisation"("edition_id", "written_by", "id");

-- CreateIndex
CREATE INDEX "organisation_import_id_idx" ON "organisation"("import_id");

-- CreateIndex
CREATE INDEX "organisation_merge_edition_id_at_idx" ON "organisation_merge"("edition_id", "at");

-- CreateIndex
CREATE INDEX "import_edition_id_created_at_idx" ON "import"("edition_id", "created_at");

-- CreateIndex
CREATE INDEX "import_row_import_id_outcome_row_idx" ON "import_row"("import_id", "outcome", "row");

-- CreateIndex
CREATE UNIQUE INDEX "import_mapping_edition_id_subject_digest_key" ON "import_mapping"("edition_id", "subject", "digest");

-- CreateIndex
CREATE INDEX "slot_edition_id_starts_at_idx" ON "slot"("edition_id", "starts_at");

-- CreateIndex
CREATE UNIQUE INDEX "slot_zone_id_starts_at_key" ON "slot"("zone_id", "starts_at");

-- CreateIndex
CREATE UNIQUE INDEX "visit_first_pass_key" ON "visit"("first_pass");

-- CreateIndex
CREATE INDEX "visit_edition_id_created_at_idx" ON "visit"("edition_id", "created_at");

-- CreateIndex
CREATE INDEX "visit_organisation_id_idx" ON "visit"("organisation_id");

-- CreateIndex
CREATE INDEX "visit_slot_id_idx" ON "visit"("slot_id");

-- CreateIndex
CREATE UNIQUE INDEX "accreditation_pass_code_key" ON "accreditation"("pass_code");

-- CreateIndex
CREATE INDEX "accreditation_edition_id_created_at_idx" ON "accreditation"("edition_id", "created_at");

-- CreateIndex
CREATE INDEX "accreditation_organisation_id_idx" ON "accreditation"("organisation_id");

-- CreateIndex
CREATE INDEX "media_activity_edition_id_at_idx" ON "media_activity"("edition_id", "at");

-- CreateIndex
CREATE INDEX "pass_organisation_id_idx" ON "pass"("organisation_id");

-- CreateIndex
CREATE INDEX "pass_import_id_idx" ON "pass"("import_id");

-- AddForeignKey
ALTER TABLE "pass" ADD CONSTRAINT "pass_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "pass" ADD CONSTRAINT "pass_import_id_fkey" FOREIGN KEY ("import_id") REFERENCES "import"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "organisation" ADD CONSTRAINT "organisation_edition_id_fkey" FOREIGN KEY ("edition_id") REFERENCES "edition"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "organisation" ADD CONSTRAINT "organisation_import_id_fkey" FOREIGN KEY ("import_id") REFERENCES "import"("id") ON DELETE NO ACTION ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "organisation_merge" ADD CONSTRAINT "organisation_merge_edition_id_fkey" FOREIGN KEY ("edition_id") REFERENCES "edition"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "import" ADD CONSTRAINT "import_edition_id_fkey" FOREIGN KEY ("edition_id") REFERENCES "edition"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "import_row" ADD CONSTRAINT "import_row_import_id_fkey" FOREIGN KEY ("import_id") REFERENCES "import"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "import_mapping" ADD CONSTRAINT "import_mapping_edition_id_fkey" FOREIGN KEY ("edition_id") REFERENCES "edition"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "slot" ADD CONSTRAINT "slot_edition_id_fkey" FOREIGN KEY ("edition_id") REFERENCES "edition"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "slot" ADD CONSTRAINT "slot_zone_id_fkey" FOREIGN KEY ("zone_id") REFERENCES "zone"("id") ON DELETE NO ACTION ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "visit" ADD CONSTRAINT "visit_edition_id_fkey" FOREIGN KEY ("edition_id") REFERENCES "edition"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "visit" ADD CONSTRAINT "visit_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE NO ACTION ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "visit" ADD CONSTRAINT "visit_slot_id_fkey" FOREIGN KEY ("slot_id") REFERENCES "slot"("id") ON DELETE NO ACTION ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "accreditation" ADD CONSTRAINT "accreditation_edition_id_fkey" FOREIGN KEY ("edition_id") REFERENCES "edition"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "accreditation" ADD CONSTRAINT "accreditation_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE NO ACTION ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "media_activity" ADD CONSTRAINT "media_activity_edition_id_fkey" FOREIGN KEY ("edition_id") REFERENCES "edition"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "media_activity" ADD CONSTRAINT "media_activity_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE NO ACTION ON UPDATE CASCADE;

-- What a list calls a ticket is one pass at a time.

-- CreateIndex
CREATE UNIQUE INDEX "pass_edition_id_reference_key" ON "pass"("edition_id", "reference") WHERE "reference" IS NOT NULL AND "revoked_at" IS NULL;

-- Whichever transaction writes an organisation leaves its number in it: a server's search that knows which transactions
-- had ended when it last looked asks only for what came since, whatever order they commit in.

create function organisation_is_written() returns trigger language plpgsql as $$
begin
  new.written_by := pg_current_xact_id()::text::bigint;
  return new;
end $$;

create trigger organisation_is_written before update on organisation
  for each row execute function organisation_is_written();

-- What the purge of contacts (P1) asks of the registry every half minute.
CREATE INDEX "organisation_edition_id_contact_idx" ON "organisation"("edition_id") WHERE "contact" IS NOT NULL;
