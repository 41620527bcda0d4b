-- What rings when a figure of an edition needs somebody.

-- CreateTable
CREATE TABLE "alert_rule" (
    "id" UUID NOT NULL,
    "edition_id" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "zone" TEXT,
    "threshold" DOUBLE PRECISION NOT NULL,
    "window_minutes" INTEGER NOT NULL,
    "quiet_minutes" INTEGER NOT NULL,
    "severity" TEXT NOT NULL,
    "audience" "role" NOT NULL,
    "webhooks" BOOLEAN NOT NULL,
    "active" BOOLEAN NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "alert_rule_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "alert" (
    "id" UUID NOT NULL,
    "edition_id" INTEGER NOT NULL,
    "rule_id" UUID,
    "key" TEXT NOT NULL,
    "topic" TEXT NOT NULL,
    "severity" TEXT NOT NULL,
    "audience" "role" NOT NULL,
    "webhooks" BOOLEAN NOT NULL,
    "subject" JSONB NOT NULL,
    "measured" DOUBLE PRECISION NOT NULL,
    "threshold" DOUBLE PRECISION NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'open',
    "opened_at" TIMESTAMPTZ(3) NOT NULL,
    "acknowledged_at" TIMESTAMPTZ(3),
    "acknowledged_by" TEXT,
    "resolved_at" TIMESTAMPTZ(3),
    "resolved_by" TEXT,
    "ending" TEXT,
    "returns" INTEGER NOT NULL DEFAULT 0,
    "change" TEXT NOT NULL DEFAULT 'opened',
    "version" BIGINT NOT NULL,

    CONSTRAINT "alert_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "alert_note" (
    "id" UUID NOT NULL,
    "alert_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "by" TEXT NOT NULL,
    "text" TEXT NOT NULL,

    CONSTRAINT "alert_note_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "alert_feed" (
    "edition_id" INTEGER NOT NULL,
    "version" BIGINT NOT NULL DEFAULT 0,
    "evaluated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "alert_feed_pkey" PRIMARY KEY ("edition_id")
);

-- CreateIndex
CREATE INDEX "alert_rule_edition_id_created_at_idx" ON "alert_rule"("edition_id", "created_at");

-- CreateIndex
CREATE INDEX "alert_edition_id_opened_at_id_idx" ON "alert"("edition_id", "opened_at", "id");

-- CreateIndex
CREATE INDEX "alert_edition_id_version_idx" ON "alert"("edition_id", "version");

-- CreateIndex
CREATE INDEX "alert_edition_id_key_resolved_at_idx" ON "alert"("edition_id", "key", "resolved_at");

-- CreateIndex
CREATE INDEX "alert_note_alert_id_at_idx" ON "alert_note"("alert_id", "at");

-- CreateIndex
CREATE INDEX "refused_ask_edition_id_occurred_at_idx" ON "refused_ask"("edition_id", "occurred_at");

-- AddForeignKey
ALTER TABLE "alert_rule" ADD CONSTRAINT "alert_rule_edition_id_fkey" FOREIGN KEY ("edition_id") REFERENCES "edition"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "alert" ADD CONSTRAINT "alert_edition_id_fkey" FOREIGN KEY ("edition_id") REFERENCES "edition"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "alert" ADD CONSTRAINT "alert_rule_id_fkey" FOREIGN KEY ("rule_id") REFERENCES "alert_rule"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "alert_note" ADD CONSTRAINT "alert_note_alert_id_fkey" FOREIGN KEY ("alert_id") REFERENCES "alert"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "alert_feed" ADD CONSTRAINT "alert_feed_edition_id_fkey" FOREIGN KEY ("edition_id") REFERENCES "edition"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- One alert of a rule and its subject is unresolved at a time, whichever server finds it.
CREATE UNIQUE INDEX "alert_unresolved_key" ON "alert"("edition_id", "key") WHERE "state" <> 'resolved';
