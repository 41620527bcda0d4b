-- Steering the crowd: many zones held by one action, messages to devices, and what devices say that they show.

-- CreateTable
CREATE TABLE "zone_change" (
    "id" BIGSERIAL NOT NULL,
    "zone_id" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "before" "zone_status" NOT NULL,
    "after" "zone_status" NOT NULL,

    CONSTRAINT "zone_change_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "site_hold" (
    "id" UUID NOT NULL,
    "edition_id" INTEGER NOT NULL,
    "kinds" TEXT[],
    "message" TEXT,
    "zones" JSONB NOT NULL,
    "held_at" TIMESTAMPTZ(3) NOT NULL,
    "held_by" TEXT NOT NULL,
    "lifted_at" TIMESTAMPTZ(3),
    "lifted_by" TEXT,

    CONSTRAINT "site_hold_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "broadcast" (
    "id" UUID NOT NULL,
    "edition_id" INTEGER NOT NULL,
    "revision" INTEGER NOT NULL DEFAULT 1,
    "level" TEXT NOT NULL,
    "texts" JSONB NOT NULL,
    "zones" TEXT[],
    "displays" TEXT[],
    "until" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "created_by" TEXT NOT NULL,
    "withdrawn_at" TIMESTAMPTZ(3),

    CONSTRAINT "broadcast_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "broadcast_receipt" (
    "broadcast_id" UUID NOT NULL,
    "device_id" UUID NOT NULL,
    "revision" INTEGER NOT NULL,
    "shown_at" TIMESTAMPTZ(3) NOT NULL,
    "acknowledged_at" TIMESTAMPTZ(3),
    "operator" TEXT,

    CONSTRAINT "broadcast_receipt_pkey" PRIMARY KEY ("broadcast_id","device_id")
);

-- CreateTable
CREATE TABLE "device_showing" (
    "device_id" UUID NOT NULL,
    "display" TEXT NOT NULL DEFAULT 'kiosk',
    "zone" TEXT,
    "status" "zone_status",
    "message" TEXT,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "device_showing_pkey" PRIMARY KEY ("device_id")
);

-- CreateIndex
CREATE INDEX "zone_change_zone_id_at_idx" ON "zone_change"("zone_id", "at");

-- CreateIndex
CREATE INDEX "site_hold_edition_id_held_at_idx" ON "site_hold"("edition_id", "held_at");

-- CreateIndex
CREATE INDEX "broadcast_edition_id_created_at_id_idx" ON "broadcast"("edition_id", "created_at", "id");

-- AddForeignKey
ALTER TABLE "zone_change" ADD CONSTRAINT "zone_change_zone_id_fkey" FOREIGN KEY ("zone_id") REFERENCES "zone"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "site_hold" ADD CONSTRAINT "site_hold_edition_id_fkey" FOREIGN KEY ("edition_id") REFERENCES "edition"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "broadcast" ADD CONSTRAINT "broadcast_edition_id_fkey" FOREIGN KEY ("edition_id") REFERENCES "edition"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "broadcast_receipt" ADD CONSTRAINT "broadcast_receipt_broadcast_id_fkey" FOREIGN KEY ("broadcast_id") REFERENCES "broadcast"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "broadcast_receipt" ADD CONSTRAINT "broadcast_receipt_device_id_fkey" FOREIGN KEY ("device_id") REFERENCES "device"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "device_showing" ADD CONSTRAINT "device_showing_device_id_fkey" FOREIGN KEY ("device_id") REFERENCES "device"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- One hold of an edition stands at a time.
CREATE UNIQUE INDEX "site_hold_standing" ON "site_hold"("edition_id") WHERE "lifted_at" IS NULL;

-- A state is kept with the moment at which it ended another, whoever changed it and by which way.
create function keep_zone_change() returns trigger language plpgsql as $$
begin
  insert into zone_change (zone_id, at, before, after) values (new.id, clock_timestamp(), old.status, new.status);
  return null;
end $$;

create trigger zone_change_kept after update of status on zone
  for each row when (old.status is distinct from new.status) execute function keep_zone_change();
