-- CreateTable
CREATE TABLE "programme_item" (
    "id" UUID NOT NULL,
    "edition_id" INTEGER NOT NULL,
    "zone_id" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "names" JSONB NOT NULL,
    "starts_at" TIMESTAMPTZ(0) NOT NULL,
    "ends_at" TIMESTAMPTZ(0) NOT NULL,
    "speakers" JSONB NOT NULL DEFAULT '[]',
    "expected" INTEGER,
    "attended" INTEGER,
    "changed_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "programme_item_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "programme_item_edition_id_starts_at_id_idx" ON "programme_item"("edition_id", "starts_at", "id");

-- CreateIndex
CREATE INDEX "programme_item_zone_id_idx" ON "programme_item"("zone_id");

-- AddForeignKey
ALTER TABLE "programme_item" ADD CONSTRAINT "programme_item_edition_id_fkey" FOREIGN KEY ("edition_id") REFERENCES "edition"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "programme_item" ADD CONSTRAINT "programme_item_zone_id_fkey" FOREIGN KEY ("zone_id") REFERENCES "zone"("id") ON DELETE NO ACTION ON UPDATE CASCADE;
