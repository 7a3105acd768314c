-- AlterTable
ALTER TABLE "Milestone" ADD COLUMN "binding" BOOLEAN NOT NULL DEFAULT false;

-- Whether it binds stays as it was stated, like its day (0005).
CREATE TRIGGER "Milestone_binding_stays" BEFORE UPDATE OF "binding" ON "Milestone"
BEGIN SELECT RAISE(ABORT, 'a milestone is retired, not rewritten'); END;
