-- Reports that are sent by themselves, and what became of each sending.

-- CreateTable
CREATE TABLE "report_schedule" (
    "id" UUID NOT NULL,
    "edition_id" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "reports" TEXT[],
    "locales" TEXT[],
    "moment" TEXT NOT NULL,
    "offset_minutes" INTEGER NOT NULL,
    "emails" TEXT[],
    "webhooks" BOOLEAN NOT NULL,
    "active" BOOLEAN NOT NULL DEFAULT true,
    "due_after" TIMESTAMPTZ(3) NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "created_by" TEXT NOT NULL,

    CONSTRAINT "report_schedule_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "report_sending" (
    "id" UUID NOT NULL,
    "schedule_id" UUID NOT NULL,
    "day" DATE NOT NULL,
    "due_at" TIMESTAMPTZ(3) NOT NULL,
    "asked_by" TEXT,
    "webhooks" BOOLEAN NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'making',
    "fault" TEXT,
    "figures" JSONB,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "report_sending_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "report_file" (
    "sending_id" UUID NOT NULL,
    "place" INTEGER NOT NULL,
    "report" TEXT NOT NULL,
    "locale" TEXT NOT NULL,
    "file_name" TEXT NOT NULL,
    "bytes" INTEGER NOT NULL,
    "content" BYTEA NOT NULL,

    CONSTRAINT "report_file_pkey" PRIMARY KEY ("sending_id","place")
);

-- CreateTable
CREATE TABLE "report_letter" (
    "id" UUID NOT NULL,
    "sending_id" UUID NOT NULL,
    "to" TEXT NOT NULL,
    "via" TEXT NOT NULL,
    "delivery_id" UUID,
    "state" TEXT NOT NULL DEFAULT 'waiting',
    "tries" INTEGER NOT NULL DEFAULT 0,
    "tried_from" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "tried_at" TIMESTAMPTZ(3),
    "claimed_until" TIMESTAMPTZ(3),
    "fault" TEXT,
    "answer" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "report_letter_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "report_schedule_edition_id_created_at_idx" ON "report_schedule"("edition_id", "created_at");

-- CreateIndex
CREATE INDEX "report_sending_schedule_id_created_at_id_idx" ON "report_sending"("schedule_id", "created_at", "id");

-- CreateIndex
CREATE INDEX "report_sending_created_at_idx" ON "report_sending"("created_at");

-- CreateIndex
CREATE INDEX "report_letter_sending_id_idx" ON "report_letter"("sending_id");

-- CreateIndex
CREATE INDEX "report_letter_delivery_id_idx" ON "report_letter"("delivery_id");

-- AddForeignKey
ALTER TABLE "report_schedule" ADD CONSTRAINT "report_schedule_edition_id_fkey" FOREIGN KEY ("edition_id") REFERENCES "edition"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "report_sending" ADD CONSTRAINT "report_sending_schedule_id_fkey" FOREIGN KEY ("schedule_id") REFERENCES "report_schedule"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "report_file" ADD CONSTRAINT "report_file_sending_id_fkey" FOREIGN KEY ("sending_id") REFERENCES "report_sending"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "report_letter" ADD CONSTRAINT "report_letter_sending_id_fkey" FOREIGN KEY ("sending_id") REFERENCES "report_sending"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "report_letter" ADD CONSTRAINT "report_letter_delivery_id_fkey" FOREIGN KEY ("delivery_id") REFERENCES "webhook_delivery"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- A schedule is due once for a day, however many servers look.
CREATE UNIQUE INDEX "report_sending_due_once" ON "report_sending"("schedule_id", "day") WHERE "asked_by" IS NULL;

CREATE INDEX "report_sending_making" ON "report_sending"("created_at") WHERE "state" = 'making';

CREATE INDEX "report_letter_waiting" ON "report_letter"("tried_from") WHERE "state" = 'waiting' AND "via" = 'email';

-- The files are compressed already.
ALTER TABLE "report_file" ALTER COLUMN "content" SET STORAGE EXTERNAL;
