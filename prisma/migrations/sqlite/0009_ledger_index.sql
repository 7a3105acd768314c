-- The ledger in its usual order, with all that its filters and its search look at: one page stops after 50 entries, and counting
-- a search through 10,000 tasks reads nothing else. The first part is OPEN in src/tasks/ledger-sql.ts, to the letter.
CREATE INDEX "Task_ledger_idx" ON "Task" (
  CASE WHEN "status" IN ('draft', 'issued', 'underway', 'submitted') THEN 0 ELSE 1 END,
  "deadline", "id", "status", "number", "parentId", "leadUnitId", "yellowFrom", "redFrom", "searchText"
);
