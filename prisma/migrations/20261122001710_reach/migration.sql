-- CreateTable
CREATE TABLE "reach_figure" (
    "id" UUID NOT NULL,
    "edition_id" INTEGER NOT NULL,
    "channel" TEXT NOT NULL,
    "day" DATE,
    "value" BIGINT NOT NULL,
    "qualifier" "qualifier" NOT NULL,
    "origin" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "reach_figure_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "reach_figure_edition_id_channel_at_idx" ON "reach_figure"("edition_id", "channel", "at");

-- AddForeignKey
ALTER TABLE "reach_figure" ADD CONSTRAINT "reach_figure_edition_id_fkey" FOREIGN KEY ("edition_id") REFERENCES "edition"("id") ON DELETE CASCADE ON UPDATE CASCADE;
