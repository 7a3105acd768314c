/** Tests that are asked about mutants, the quick and wide ones first. A test that needs a browser, another process or minutes does not stand here. */
export const NARROW = [
  'test/accounts/four-eyes.test.ts', 'test/house/objects.test.ts',
  'test/tasks/object-matrix.test.ts',
  'test/filings/lifecycle.test.ts', 'test/filings/review.test.ts', 'test/filings/rules.test.ts', 'test/filings/coordination.test.ts', 'test/filings/lead-return.test.ts', 'test/filings/visibility.test.ts', 'test/filings/evidence.test.ts',
  'test/tasks/who-steps.test.ts', 'test/tasks/assignment-lifecycle.test.ts', 'test/tasks/objection.test.ts', 'test/tasks/branch-routes.test.ts', 'test/tasks/extension.test.ts', 'test/tasks/milestones.test.ts', 'test/tasks/endings.test.ts',
  'test/tasks/overdue-explanation.test.ts', 'test/tasks/light-override.test.ts', 'test/succession/hand-on-work.test.ts', 'test/tasks/districts.test.ts', 'test/tasks/task-life.test.ts', 'test/tasks/ledger.test.ts',
  'test/supervision/who-steps.test.ts', 'test/supervision/problem-lifecycle.test.ts', 'test/supervision/finding-lifecycle.test.ts', 'test/supervision/finding.test.ts', 'test/supervision/instruction.test.ts', 'test/supervision/escalation.test.ts',
  'test/supervision/verification.test.ts', 'test/supervision/press.test.ts', 'test/supervision/urges.test.ts', 'test/supervision/overdue.test.ts', 'test/supervision/holders.test.ts', 'test/supervision/supervision-routes.test.ts',
  'test/circulars/circular.test.ts', 'test/circulars/rule-sets.test.ts', 'test/coverage/exemption.test.ts', 'test/coverage/coverage.test.ts', 'test/coverage/reading.test.ts',
  'test/accounts/administration.test.ts', 'test/accounts/delegation.test.ts', 'test/units/keeping-units.test.ts', 'test/documents/dossier.test.ts', 'test/dashboards/desk.test.ts', 'test/messages/pages.test.ts',
  'test/model/model.test.ts',
];
