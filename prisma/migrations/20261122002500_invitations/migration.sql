-- Links to choose a password with, and which roles need a second factor.

-- AlterTable
ALTER TABLE "session" ADD COLUMN     "limited" BOOLEAN NOT NULL DEFAULT false;

-- CreateTable
CREATE TABLE "account_policy" (
    "id" INTEGER NOT NULL DEFAULT 1,
    "second_factor_roles" "role"[],

    CONSTRAINT "account_policy_pkey" PRIMARY KEY ("id")
);

-- There is one.
ALTER TABLE "account_policy" ADD CONSTRAINT "account_policy_is_one" CHECK ("id" = 1);
INSERT INTO "account_policy" ("second_factor_roles") VALUES ('{}');

-- CreateTable
CREATE TABLE "invitation" (
    "id" UUID NOT NULL,
    "token_hash" BYTEA NOT NULL,
    "email" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "role" "role" NOT NULL,
    "person_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "created_by" TEXT NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "used_at" TIMESTAMPTZ(3),
    "withdrawn_at" TIMESTAMPTZ(3),

    CONSTRAINT "invitation_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "invitation_token_hash_key" ON "invitation"("token_hash");

-- CreateIndex
CREATE INDEX "invitation_person_id_idx" ON "invitation"("person_id");

-- One link stands for somebody at a time.

-- CreateIndex
CREATE UNIQUE INDEX "invitation_standing_idx" ON "invitation"("email") WHERE "used_at" IS NULL AND "withdrawn_at" IS NULL;

-- AddForeignKey
ALTER TABLE "invitation" ADD CONSTRAINT "invitation_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;
