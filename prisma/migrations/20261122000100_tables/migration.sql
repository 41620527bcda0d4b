-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateEnum
CREATE TYPE "edition_status" AS ENUM ('draft', 'open', 'closed', 'archived');

-- CreateEnum
CREATE TYPE "zone_kind" AS ENUM ('site', 'pavilion', 'arena', 'hall', 'children', 'other');

-- CreateEnum
CREATE TYPE "zone_status" AS ENUM ('open', 'hold', 'closed');

-- CreateEnum
CREATE TYPE "direction" AS ENUM ('in', 'out');

-- CreateEnum
CREATE TYPE "ledger_kind" AS ENUM ('entry', 'void', 'adjustment', 'anchor');

-- CreateEnum
CREATE TYPE "qualifier" AS ENUM ('exact', 'about', 'over');

-- CreateEnum
CREATE TYPE "role" AS ENUM ('viewer', 'supervisor', 'organiser', 'administrator');

-- CreateTable
CREATE TABLE "edition" (
    "id" SERIAL NOT NULL,
    "slug" TEXT NOT NULL,
    "ordinal" INTEGER,
    "names" JSONB NOT NULL,
    "city" TEXT NOT NULL,
    "venue" TEXT NOT NULL,
    "covered_area_m2" INTEGER,
    "time_zone" TEXT NOT NULL,
    "day_cutoff" TEXT NOT NULL DEFAULT '00:00',
    "status" "edition_status" NOT NULL DEFAULT 'draft',
    "public" BOOLEAN NOT NULL DEFAULT false,
    "categories" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "edition_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "edition_state" (
    "edition_id" INTEGER NOT NULL,
    "version" BIGINT NOT NULL DEFAULT 0,
    "config_version" BIGINT NOT NULL DEFAULT 0,

    CONSTRAINT "edition_state_pkey" PRIMARY KEY ("edition_id")
);

-- CreateTable
CREATE TABLE "edition_day" (
    "edition_id" INTEGER NOT NULL,
    "date" DATE NOT NULL,
    "opens_at" TEXT NOT NULL,
    "closes_at" TEXT NOT NULL,

    CONSTRAINT "edition_day_pkey" PRIMARY KEY ("edition_id","date")
);

-- CreateTable
CREATE TABLE "published_figure" (
    "edition_id" INTEGER NOT NULL,
    "position" INTEGER NOT NULL,
    "metric" TEXT NOT NULL,
    "value" BIGINT NOT NULL,
    "qualifier" "qualifier" NOT NULL,
    "source" TEXT NOT NULL,

    CONSTRAINT "published_figure_pkey" PRIMARY KEY ("edition_id","position")
);

-- CreateTable
CREATE TABLE "zone" (
    "id" SERIAL NOT NULL,
    "edition_id" INTEGER NOT NULL,
    "code" TEXT NOT NULL,
    "kind" "zone_kind" NOT NULL,
    "names" JSONB NOT NULL,
    "capacity" INTEGER,
    "area_m2" INTEGER,
    "status" "zone_status" NOT NULL DEFAULT 'open',
    "message" TEXT,
    "policy" JSONB NOT NULL DEFAULT '{}',

    CONSTRAINT "zone_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "checkpoint" (
    "id" SERIAL NOT NULL,
    "edition_id" INTEGER NOT NULL,
    "zone_id" INTEGER NOT NULL,
    "code" TEXT NOT NULL,
    "directions" "direction"[],
    "names" JSONB NOT NULL,

    CONSTRAINT "checkpoint_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "device" (
    "id" UUID NOT NULL,
    "edition_id" INTEGER NOT NULL,
    "checkpoint_id" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "token_hash" BYTEA,
    "public_key" TEXT,
    "pairing_code_hash" BYTEA,
    "pairing_expires_at" TIMESTAMPTZ(3),
    "pairing_used_at" TIMESTAMPTZ(3),
    "paired_at" TIMESTAMPTZ(3),
    "revoked_at" TIMESTAMPTZ(3),
    "last_seen_at" TIMESTAMPTZ(3),
    "pending" INTEGER NOT NULL DEFAULT 0,
    "clock_offset_ms" BIGINT,
    "app_version" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "device_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "device_binding" (
    "device_id" UUID NOT NULL,
    "checkpoint_id" INTEGER NOT NULL,
    "bound_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "device_binding_pkey" PRIMARY KEY ("device_id","checkpoint_id")
);

-- CreateTable
CREATE TABLE "ledger" (
    "id" UUID NOT NULL,
    "version" BIGINT NOT NULL,
    "occurred_at" TIMESTAMPTZ(3) NOT NULL,
    "placed_at" TIMESTAMPTZ(3) NOT NULL,
    "received_at" TIMESTAMPTZ(3) NOT NULL,
    "device_id" UUID,
    "author_id" UUID,
    "edition_id" INTEGER NOT NULL,
    "zone_id" INTEGER NOT NULL,
    "checkpoint_id" INTEGER,
    "kind" "ledger_kind" NOT NULL,
    "direction" "direction",
    "headcount" INTEGER NOT NULL,
    "day" DATE NOT NULL,
    "flags" INTEGER NOT NULL,
    "checkpoint_sent" BOOLEAN NOT NULL,
    "category" TEXT,
    "voids" UUID,
    "pass_digest" BYTEA,
    "origin" TEXT,
    "operator" TEXT,
    "reason" TEXT,

    CONSTRAINT "ledger_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "voided_entry" (
    "entry_id" UUID NOT NULL,
    "void_id" UUID NOT NULL,

    CONSTRAINT "voided_entry_pkey" PRIMARY KEY ("entry_id")
);

-- CreateTable
CREATE TABLE "refused_ask" (
    "id" UUID NOT NULL,
    "edition_id" INTEGER NOT NULL,
    "device_id" UUID,
    "zone_id" INTEGER NOT NULL,
    "occurred_at" TIMESTAMPTZ(3) NOT NULL,
    "reason" TEXT NOT NULL,

    CONSTRAINT "refused_ask_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "tally_minute" (
    "zone_id" INTEGER NOT NULL,
    "minute" TIMESTAMPTZ(0) NOT NULL,
    "category" TEXT NOT NULL,
    "entered" INTEGER NOT NULL,
    "exited" INTEGER NOT NULL,

    CONSTRAINT "tally_minute_pkey" PRIMARY KEY ("zone_id","minute","category")
);

-- CreateTable
CREATE TABLE "tally_day" (
    "zone_id" INTEGER NOT NULL,
    "day" DATE NOT NULL,
    "category" TEXT NOT NULL,
    "entered" INTEGER NOT NULL,
    "exited" INTEGER NOT NULL,

    CONSTRAINT "tally_day_pkey" PRIMARY KEY ("zone_id","day","category")
);

-- CreateTable
CREATE TABLE "occupancy" (
    "zone_id" INTEGER NOT NULL,
    "inside" INTEGER NOT NULL DEFAULT 0,
    "anchor_id" UUID,
    "anchored_at" TIMESTAMPTZ(3),

    CONSTRAINT "occupancy_pkey" PRIMARY KEY ("zone_id")
);

-- CreateTable
CREATE TABLE "anchor" (
    "id" UUID NOT NULL,
    "zone_id" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "inside" INTEGER NOT NULL,

    CONSTRAINT "anchor_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "person" (
    "id" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "role" "role" NOT NULL,
    "password_hash" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "last_sign_in_at" TIMESTAMPTZ(3),

    CONSTRAINT "person_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "session" (
    "token_hash" BYTEA NOT NULL,
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "address" TEXT,
    "user_agent" TEXT,

    CONSTRAINT "session_pkey" PRIMARY KEY ("token_hash")
);

-- CreateTable
CREATE TABLE "api_token" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "role" "role" NOT NULL,
    "token_hash" BYTEA NOT NULL,
    "edition_id" INTEGER,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3),
    "last_used_at" TIMESTAMPTZ(3),

    CONSTRAINT "api_token_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "guess_limit" (
    "key" TEXT NOT NULL,
    "failures" INTEGER NOT NULL,
    "window_ends_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "guess_limit_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "audit_event" (
    "id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "actor_id" UUID,
    "actor_name" TEXT NOT NULL,
    "action" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "address" TEXT,
    "before" JSONB,
    "after" JSONB,

    CONSTRAINT "audit_event_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "edition_slug_key" ON "edition"("slug");

-- CreateIndex
CREATE UNIQUE INDEX "zone_edition_id_code_key" ON "zone"("edition_id", "code");

-- CreateIndex
CREATE UNIQUE INDEX "checkpoint_edition_id_code_key" ON "checkpoint"("edition_id", "code");

-- CreateIndex
CREATE UNIQUE INDEX "device_token_hash_key" ON "device"("token_hash");

-- CreateIndex
CREATE UNIQUE INDEX "device_pairing_code_hash_key" ON "device"("pairing_code_hash");

-- CreateIndex
CREATE INDEX "device_edition_id_id_idx" ON "device"("edition_id", "id");

-- CreateIndex
CREATE INDEX "ledger_edition_id_version_idx" ON "ledger"("edition_id", "version");

-- CreateIndex
CREATE INDEX "ledger_placed_at_idx" ON "ledger" USING BRIN ("placed_at");

-- CreateIndex
CREATE INDEX "anchor_zone_id_at_idx" ON "anchor"("zone_id", "at");

-- CreateIndex
CREATE UNIQUE INDEX "person_email_key" ON "person"("email");

-- CreateIndex
CREATE UNIQUE INDEX "session_id_key" ON "session"("id");

-- CreateIndex
CREATE INDEX "session_person_id_idx" ON "session"("person_id");

-- CreateIndex
CREATE UNIQUE INDEX "api_token_token_hash_key" ON "api_token"("token_hash");

-- CreateIndex
CREATE INDEX "audit_event_at_idx" ON "audit_event"("at");

-- AddForeignKey
ALTER TABLE "edition_state" ADD CONSTRAINT "edition_state_edition_id_fkey" FOREIGN KEY ("edition_id") REFERENCES "edition"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "edition_day" ADD CONSTRAINT "edition_day_edition_id_fkey" FOREIGN KEY ("edition_id") REFERENCES "edition"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "published_figure" ADD CONSTRAINT "published_figure_edition_id_fkey" FOREIGN KEY ("edition_id") REFERENCES "edition"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "zone" ADD CONSTRAINT "zone_edition_id_fkey" FOREIGN KEY ("edition_id") REFERENCES "edition"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "checkpoint" ADD CONSTRAINT "checkpoint_edition_id_fkey" FOREIGN KEY ("edition_id") REFERENCES "edition"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "checkpoint" ADD CONSTRAINT "checkpoint_zone_id_fkey" FOREIGN KEY ("zone_id") REFERENCES "zone"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "device" ADD CONSTRAINT "device_edition_id_fkey" FOREIGN KEY ("edition_id") REFERENCES "edition"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "device" ADD CONSTRAINT "device_checkpoint_id_fkey" FOREIGN KEY ("checkpoint_id") REFERENCES "checkpoint"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "device_binding" ADD CONSTRAINT "device_binding_device_id_fkey" FOREIGN KEY ("device_id") REFERENCES "device"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "device_binding" ADD CONSTRAINT "device_binding_checkpoint_id_fkey" FOREIGN KEY ("checkpoint_id") REFERENCES "checkpoint"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "occupancy" ADD CONSTRAINT "occupancy_zone_id_fkey" FOREIGN KEY ("zone_id") REFERENCES "zone"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "session" ADD CONSTRAINT "session_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "api_token" ADD CONSTRAINT "api_token_edition_id_fkey" FOREIGN KEY ("edition_id") REFERENCES "edition"("id") ON DELETE CASCADE ON UPDATE CASCADE;
