-- AlterTable
ALTER TABLE "device" ADD COLUMN     "battery_charging" BOOLEAN,
ADD COLUMN     "battery_level" REAL;
