-- Which reports were made: what each was of, not the file.

-- CreateTable
CREATE TABLE "made_report" (
    "id" UUID NOT NULL,
    "edition_id" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "wanted" JSONB NOT NULL,
    "locale" TEXT NOT NULL,
    "since" TEXT NOT NULL,
    "made_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "made_by" TEXT NOT NULL,
    "schedule" TEXT,
    "settled" BOOLEAN NOT NULL,
    "version" BIGINT NOT NULL,
    "file_name" TEXT NOT NULL,
    "bytes" INTEGER NOT NULL,
    "duration_ms" INTEGER NOT NULL,
    "digest" BYTEA NOT NULL,

    CONSTRAINT "made_report_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "made_report_edition_id_id_idx" ON "made_report"("edition_id", "id");

-- AddForeignKey
ALTER TABLE "made_report" ADD CONSTRAINT "made_report_edition_id_fkey" FOREIGN KEY ("edition_id") REFERENCES "edition"("id") ON DELETE CASCADE ON UPDATE CASCADE;
