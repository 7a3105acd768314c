-- AlterTable
ALTER TABLE "Verification" ADD COLUMN     "objectUntil" TEXT;
