/** The closed list of what can stand in the log; each has a sentence `audit.event.<name>` in both languages. */
export const AUDIT_EVENTS = [
  'account.created', 'account.changed', 'account.disabled', 'account.enabled', 'account.locked', 'account.unlocked',
  'account.password_changed', 'account.password_reset', 'account.signed_in', 'account.sign_in_failed', 'account.signed_out',
  'account.post_switched', 'account.sessions_ended', 'post.created', 'post.ended', 'delegation.given', 'delegation.revoked', 'setup.completed',
  'authorisation.refused',
  'unit.created', 'unit.changed', 'unit.alias_added',
  'plan.import_begun', 'plan.imported', 'plan.published', 'plan.draft_corrected', 'plan.draft_discarded', 'plan.tasks_carried', 'commitment.changed', 'commitment.exemption_proposed', 'commitment.not_decomposed', 'commitment.reopened',
  'task.source_confirmed', 'task.source_adjusted',
  'task.created', 'task.changed', 'task.issued', 'task.fanned_out', 'task.submitted', 'task.returned', 'task.closed', 'task.withdrawn',
  'task.phase_closed', 'task.suspended', 'task.resumed', 'task.merged', 'task.absorbed', 'task.made_standing', 'task.standing_ended', 'task.archived',
  'ending.proposed', 'ending.refused', 'ending.taken_back',
  'light.override_proposed', 'light.overridden', 'light.override_refused', 'light.override_lifted',
  'assignment.added', 'assignment.changed', 'assignment.removed', 'assignment.handed_inside', 'assignment.due_asked', 'assignment.due_decided', 'assignment.signed', 'assignment.objected', 'assignment.arbitrated',
  'extension.prepared', 'extension.asked', 'extension.endorsed', 'extension.granted', 'extension.refused', 'extension.taken_back',
  'explanation.given', 'explanation.answered', 'milestone.changed', 'milestone.reported', 'milestone.confirmed', 'milestone.sent_back',
  'filing.saved', 'filing.sent_for_signoff', 'filing.signed_off', 'filing.returned_to_clerk', 'filing.accepted', 'filing.returned', 'filing.returned_by_lead',
  'coordination.raised', 'coordination.assigned', 'coordination.answered', 'coordination.settled', 'coordination.reopened', 'coordination.dropped',
  'evidence.added', 'evidence.removed',
  'slip.issued', 'slip.replied',
  'verification.recorded', 'verification.file_added', 'finding.objected', 'finding.upheld', 'finding.dismissed', 'escalation.recorded', 'sample.drawn',
  'problem.raised', 'problem.objected', 'problem.upheld', 'problem.dismissed', 'problem.rectified', 'problem.sent_back', 'problem.confirmed', 'problem.struck_off',
  'instruction.registered', 'instruction.replied', 'instruction.sent_back', 'instruction.closed',
  'messages.sent', 'channel.set', 'channel.ended', 'contact.asked', 'contact.checked', 'contact.removed', 'calendar.made', 'calendar.revoked', 'delivery.retried',
  'export.made', 'snapshot.taken',
  'setting.changed', 'demonstration.seeded',
] as const;

export type AuditEventName = (typeof AUDIT_EVENTS)[number];
