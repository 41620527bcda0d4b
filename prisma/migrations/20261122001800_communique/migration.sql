-- The texts that press releases are written from, version by version.

-- CreateTable
CREATE TABLE "communique_template" (
    "edition_id" INTEGER NOT NULL,
    "locale" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "text" TEXT,
    "saved_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "saved_by" TEXT NOT NULL,

    CONSTRAINT "communique_template_pkey" PRIMARY KEY ("edition_id","locale","version")
);

-- AddForeignKey
ALTER TABLE "communique_template" ADD CONSTRAINT "communique_template_edition_id_fkey" FOREIGN KEY ("edition_id") REFERENCES "edition"("id") ON DELETE CASCADE ON UPDATE CASCADE;
