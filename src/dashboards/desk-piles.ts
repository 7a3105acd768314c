import type { Role } from '../kernel/actor.ts';
import { initialPasswordPile, lockedPile, unpeopledPile } from './admin-piles.ts';
import { coordinationPile } from './coordination-piles.ts';
import { approvalPile, explanationPile, extensionPile, milestonePile } from './deadline-piles.ts';
import { decisionPile } from './decision-pile.ts';
import type { DeskPile } from './desk-pile.ts';
import { endingPile, lookAgainPile } from './ending-pile.ts';
import { lateReportPile, ownDraftPile, reportPile, returnedPile, reviewPile, signoffPile } from './filing-piles.ts';
import { clerkDueSoonPile, clerkOverduePile, closingPile, draftPile, dueSoonPile, overduePile, owedReportsPile, ownOverduePile, signPile, unsignedPile } from './ledger-piles.ts';
import { dueWishPile, minePile, objectionPile, rulingPile } from './objection-piles.ts';
import { parameterPile } from './parameter-pile.ts';
import { CLERK_PRESSED, PRESSED } from './pressed-piles.ts';
import { strandedPile } from './stranded-pile.ts';
import { answeredInstructionPile, findingPile, problemStepPile, proposedLightPile } from './supervision-piles.ts';
import { suspectPile } from './suspect-pile.ts';
import { undeliveredPile } from './undelivered-pile.ts';

/** What each role finds on its desk, the most urgent first. Districts are units like the others. */
export const DESKS: Readonly<Record<Role, readonly DeskPile[]>> = {
  supervisor: [objectionPile, reviewPile, closingPile, extensionPile, endingPile, explanationPile, answeredInstructionPile, findingPile, problemStepPile, milestonePile, proposedLightPile, coordinationPile, suspectPile, lookAgainPile, draftPile, unsignedPile, parameterPile, strandedPile],
  inspector: [findingPile, problemStepPile, overduePile, owedReportsPile, unsignedPile],
  head: [...PRESSED, coordinationPile, ownOverduePile, returnedPile, signPile, dueWishPile, rulingPile, signoffPile, lateReportPile, dueSoonPile, decisionPile, strandedPile],
  clerk: [...CLERK_PRESSED, minePile, returnedPile, reportPile, ownDraftPile, clerkOverduePile, clerkDueSoonPile],
  leader: [answeredInstructionPile, approvalPile, endingPile, coordinationPile, parameterPile],
  auditor: [],
  admin: [lockedPile, undeliveredPile, unpeopledPile, initialPasswordPile],
};
