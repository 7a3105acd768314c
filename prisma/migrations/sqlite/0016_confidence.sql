-- AlterTable
ALTER TABLE "Filing" ADD COLUMN "confidence" TEXT;
