import type { Objects } from './objects.ts';

const OVERSEERS = ['duchashi', 'duchashi2', 'duchayuan', 'shizhang'];
const LEAD = ['shangwu-head', 'shangwu'];
const SUPPORT = ['fagai-head', 'fagai'];
const DISTRICT = ['yuhua-head', 'yuhua'];

export interface Kind {
  kind: string;
  /** The routes that lead to it: those of access.json that begin so. */
  routes: string;
  /** The same with an object behind it that is there. */
  address: (there: Objects) => string;
  /** A part of the query that names the object. */
  query?: (there: Objects) => string;
  /** Who may know that it is there. */
  sees: readonly string[];
}

// Z2, written by hand: every kind of object with a life of its own, all of 市商务局's, and who may know of it.
export const KINDS: readonly Kind[] = [
  { kind: 'a task of the city', routes: '/tasks/:id', address: (o) => `/tasks/${o.task}`, sees: [...OVERSEERS, ...LEAD, ...SUPPORT] },
  { kind: 'the part of one district', routes: '/tasks/:id', address: (o) => `/tasks/${o.child}`, sees: [...OVERSEERS, ...LEAD, ...DISTRICT] },
  { kind: 'a task that was never handed over', routes: '/tasks/:id', address: (o) => `/tasks/${o.draft}`, sees: ['duchashi', 'duchashi2'] },
  { kind: 'the lead’s report', routes: '/tasks/:id/filings/:period', address: (o) => `/tasks/${o.task}/filings/2023-01`, query: (o) => `?branch=${o.branch}`, sees: [...OVERSEERS, ...LEAD] },
  { kind: 'a file with a report that was sent', routes: '/evidence/:id', address: (o) => `/evidence/${o.sentFile}`, sees: [...OVERSEERS, ...LEAD] },
  { kind: 'a file with a report that is being written', routes: '/evidence/:id', address: (o) => `/evidence/${o.ownFile}`, sees: LEAD },
  { kind: 'a milestone', routes: '/tasks/:id/milestones/:milestoneId', address: (o) => `/tasks/${o.task}/milestones/${o.milestone}`, sees: [...OVERSEERS, ...LEAD, ...SUPPORT] },
  { kind: 'a milestone of another task, at the address of one’s own', routes: '/tasks/:id/milestones/:milestoneId', address: (o) => `/tasks/${o.child}/milestones/${o.milestone}`, sees: [] },
  { kind: 'a slip', routes: '/slips/:id', address: (o) => `/slips/${o.slip}`, sees: [...OVERSEERS, ...LEAD] },
  { kind: 'a verification', routes: '/verifications/:id', address: (o) => `/verifications/${o.verification}`, sees: [...OVERSEERS, ...LEAD] },
  { kind: 'a file with a verification', routes: '/verification-files/:id', address: (o) => `/verification-files/${o.verificationFile}`, sees: [...OVERSEERS, ...LEAD] },
  { kind: 'a problem', routes: '/problems/:id', address: (o) => `/problems/${o.problem}`, sees: [...OVERSEERS, ...LEAD] },
  { kind: 'an instruction', routes: '/instructions/:id', address: (o) => `/instructions/${o.instruction}`, sees: [...OVERSEERS, ...LEAD] },
  { kind: 'a talk', routes: '/escalations/:id', address: (o) => `/escalations/${o.escalation}`, sees: [...OVERSEERS, ...LEAD] },
  { kind: 'a matter to coordinate, asked of another bureau', routes: '/coordination/:id', address: (o) => `/coordination/${o.coordination}`, sees: [...OVERSEERS, ...LEAD, ...SUPPORT] },
  { kind: 'a circular that is not published', routes: '/circulars/:id', address: (o) => `/circulars/${o.circular}`, sees: [...OVERSEERS, ...LEAD] },
  { kind: 'the days that a unit held the ball', routes: '/supervision/holders/:who', address: (o) => `/supervision/holders/unit-${o.unit}`, sees: [...OVERSEERS, ...LEAD] },
  { kind: 'a post that was lent', routes: '/me/delegations/:id', address: (o) => `/me/delegations/${o.delegation}`, sees: ['shangwu-head'] },
  { kind: 'the calendar of a person', routes: '/calendar/:token.ics', address: () => `/calendar/${'A'.repeat(43)}.ics`, sees: [] },
];

/** Objects that belong to nobody in particular: whose role opens one of them opens all, and Z1 asks for the role. */
export const BY_ROLE = ['/accounts/', '/units/', '/plans/', '/sentences/', '/commitments/', '/suspects/', '/circulars/rules/', '/parameters/', '/messages/', '/supervision/burden/', '/supervision/samples/', '/desk/'];
