-- What the ledger says of a settled day beyond its figures, worked out in the background after it was settled: reading
-- millions of rows is nothing to do under the edition's lock, nor while somebody waits for a report.

-- CreateTable
CREATE TABLE "day_examination" (
    "edition_id" INTEGER NOT NULL,
    "day" DATE NOT NULL,
    "revision" INTEGER NOT NULL,
    "examined_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "rows" BIGINT NOT NULL,
    "bytes" BIGINT NOT NULL,
    "digest" BYTEA NOT NULL,
    "findings" JSONB NOT NULL,

    CONSTRAINT "day_examination_pkey" PRIMARY KEY ("edition_id","day","revision")
);

-- AddForeignKey
ALTER TABLE "day_examination" ADD CONSTRAINT "day_examination_edition_id_day_revision_fkey" FOREIGN KEY ("edition_id", "day", "revision") REFERENCES "settled_day"("edition_id", "day", "revision") ON DELETE CASCADE ON UPDATE CASCADE;
