-- The ledger in its usual order: one page stops after 50 entries. The first part is OPEN in src/tasks/ledger-sql.ts, to the letter.
-- An entry of an index must be short here, so the search text is not in it.
CREATE INDEX "Task_ledger_idx" ON "Task" (
  (CASE WHEN "status" IN ('draft', 'issued', 'underway', 'submitted') THEN 0 ELSE 1 END),
  "deadline", "id"
);
