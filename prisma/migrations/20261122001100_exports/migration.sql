-- Files that someone asked for, made in the background.

-- CreateTable
CREATE TABLE "export" (
    "id" UUID NOT NULL,
    "edition_id" INTEGER NOT NULL,
    "request" JSONB NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'waiting',
    "turn" INTEGER NOT NULL DEFAULT 0,
    "version" BIGINT NOT NULL,
    "rows" INTEGER NOT NULL DEFAULT 0,
    "share" DOUBLE PRECISION NOT NULL DEFAULT 0,
    "bytes" BIGINT NOT NULL DEFAULT 0,
    "fault" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "created_by" UUID,
    "made_by" TEXT NOT NULL,
    "finished_at" TIMESTAMPTZ(3),
    "expires_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "export_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "export_chunk" (
    "export_id" UUID NOT NULL,
    "place" INTEGER NOT NULL,
    "content" BYTEA NOT NULL,

    CONSTRAINT "export_chunk_pkey" PRIMARY KEY ("export_id","place")
);

-- CreateIndex
CREATE INDEX "export_edition_id_created_at_idx" ON "export"("edition_id", "created_at");

-- CreateIndex
CREATE INDEX "export_expires_at_idx" ON "export"("expires_at");

-- AddForeignKey
ALTER TABLE "export" ADD CONSTRAINT "export_edition_id_fkey" FOREIGN KEY ("edition_id") REFERENCES "edition"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "export_chunk" ADD CONSTRAINT "export_chunk_export_id_fkey" FOREIGN KEY ("export_id") REFERENCES "export"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- The chunks are compressed already.
ALTER TABLE "export_chunk" ALTER COLUMN "content" SET STORAGE EXTERNAL;
