-- Endpoints may follow the ledger and the counts: how far each has come, and whose turn it is to send.

-- AlterTable
ALTER TABLE "webhook" ADD COLUMN     "counts_every_seconds" INTEGER NOT NULL DEFAULT 10;

-- CreateTable
CREATE TABLE "webhook_feed" (
    "webhook_id" UUID NOT NULL,
    "event" TEXT NOT NULL,
    "sequence" BIGINT NOT NULL DEFAULT 0,
    "version" BIGINT NOT NULL DEFAULT 0,
    "row_id" UUID NOT NULL,
    "seen_version" BIGINT NOT NULL DEFAULT 0,
    "delivery_id" UUID,
    "batch_version" BIGINT,
    "batch_row_id" UUID,
    "figures" TEXT,
    "failures" INTEGER NOT NULL DEFAULT 0,
    "due_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "turn" BIGINT NOT NULL DEFAULT 0,

    CONSTRAINT "webhook_feed_pkey" PRIMARY KEY ("webhook_id","event")
);

-- CreateIndex
CREATE INDEX "webhook_feed_delivery_id_idx" ON "webhook_feed"("delivery_id");

-- CreateIndex
CREATE INDEX "webhook_feed_due_at_idx" ON "webhook_feed"("due_at");

-- AddForeignKey
ALTER TABLE "webhook_feed" ADD CONSTRAINT "webhook_feed_webhook_id_fkey" FOREIGN KEY ("webhook_id") REFERENCES "webhook"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "webhook_feed" ADD CONSTRAINT "webhook_feed_delivery_id_fkey" FOREIGN KEY ("delivery_id") REFERENCES "webhook_delivery"("id") ON DELETE SET NULL ON UPDATE CASCADE;
