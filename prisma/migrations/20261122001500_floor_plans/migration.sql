-- Where the zones of an edition stand, and the picture behind them.

-- CreateTable
CREATE TABLE "floor_plan" (
    "edition_id" INTEGER NOT NULL,
    "version" INTEGER NOT NULL,
    "sample" BOOLEAN NOT NULL DEFAULT false,
    "width" DOUBLE PRECISION NOT NULL,
    "height" DOUBLE PRECISION NOT NULL,
    "placements" JSONB NOT NULL,
    "doors" JSONB NOT NULL,

    CONSTRAINT "floor_plan_pkey" PRIMARY KEY ("edition_id")
);

-- CreateTable
CREATE TABLE "floor_plan_background" (
    "edition_id" INTEGER NOT NULL,
    "type" TEXT NOT NULL,
    "content" BYTEA NOT NULL,
    "bytes" INTEGER NOT NULL,
    "width" INTEGER NOT NULL,
    "height" INTEGER NOT NULL,
    "digest" TEXT NOT NULL,

    CONSTRAINT "floor_plan_background_pkey" PRIMARY KEY ("edition_id")
);

-- AddForeignKey
ALTER TABLE "floor_plan" ADD CONSTRAINT "floor_plan_edition_id_fkey" FOREIGN KEY ("edition_id") REFERENCES "edition"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "floor_plan_background" ADD CONSTRAINT "floor_plan_background_edition_id_fkey" FOREIGN KEY ("edition_id") REFERENCES "floor_plan"("edition_id") ON DELETE CASCADE ON UPDATE CASCADE;

-- A picture is compressed already: trying again costs time and gains nothing.
ALTER TABLE "floor_plan_background" ALTER COLUMN "content" SET STORAGE EXTERNAL;
