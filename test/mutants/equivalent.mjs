const SEES_ALL = 'whoever may ask sees every task that was handed over: supervisors, inspectors, leaders';
const OWN_UNIT = 'the condition beside it names the very unit';
const ASKED_AGAIN = 'the same is asked again in the same act, and all of it is undone';

/** Guards whose going cannot be noticed, by file and call (and which of several), and why: a second one stands behind them, or they let everybody through who comes so far. */
export const EQUIVALENT = {
  'dashboards/deadline-piles.ts: visibleTo(actor)': SEES_ALL,
  'dashboards/decision-pile.ts: visibleTo(actor)': OWN_UNIT,
  'dashboards/ending-pile.ts: visibleTo(actor)': SEES_ALL,
  'dashboards/filing-piles.ts: visibleTo(actor)': OWN_UNIT,
  'dashboards/objection-piles.ts: visibleTo(actor)': `${OWN_UNIT}, or ${SEES_ALL}`,
  'dashboards/overdue-queries.ts: visibleTo(actor)': SEES_ALL,
  'dashboards/red-reasons.ts: visibleTo(actor)': 'the tasks that it is given were found under the same scope',
  'dashboards/supervision-piles.ts: visibleTo(actor)': SEES_ALL,
  'filings/add-evidence.ts: gatePlace(context, context.db, actor, { ...address, branchId: null }, \'attach\')': ASKED_AGAIN,
  'filings/add-evidence.ts: gatePlace(context, tx, actor, { ...address, branchId: null }, \'attach\')': 'the one before the disk is troubled asks the same',
  'filings/coordination-queries.ts: coordinationsVisibleTo(actor) #1': 'the condition beside it names whose they are',
  'filings/filing-queries.ts: filingsVisibleTo(actor) #1': 'reviews are the supervisors\', who read whatever was sent',
  'parameters/light-trial-queries.ts: visibleTo(actor)': SEES_ALL,
  'succession/leave-post.ts: requireAdmin(actor)': ASKED_AGAIN,
  'supervision/add-verification-files.ts: gateFiles(tx, actor, id)': 'nothing that it asks for can change between the two times',
  'tasks/district-queries.ts: visibleTo(actor)': 'the page has found the task under the same scope before',
  'tasks/end-standing.ts: gateTask(context, tx, actor, id, \'end_standing\')': ASKED_AGAIN,
  'tasks/propose-ending.ts: visibleTo(actor)': SEES_ALL,
};
