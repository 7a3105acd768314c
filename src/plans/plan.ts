import { LARGEST_FILE, LONGEST_TEXT } from './import/problems.ts';

/** The life of a plan (DOMAIN §2). */
export const PLAN_STATUSES = ['running', 'evaluating', 'closed'] as const;
export type PlanStatus = (typeof PLAN_STATUSES)[number];

/** What the supervisor decided on a commitment: to be decomposed, mere words, or deliberately not decomposed (R31). */
export const DECISIONS = ['open', 'statement', 'not_decomposed'] as const;
export type Decision = (typeof DECISIONS)[number];

/** Largest file and longest text that are read. */
export const IMPORT_LIMITS = { fileBytes: LARGEST_FILE, characters: LONGEST_TEXT } as const;

/** Everybody reads the plan; the administrator of the machine has no business in it. */
export const PLAN_READERS = ['supervisor', 'inspector', 'head', 'clerk', 'leader', 'auditor'] as const;

/** The address of a sentence in the text of its plan. */
export const sentencePermalink = ({ planId, ordinal }: { planId: number; ordinal: number }): string => `/plans/${planId}?s=${ordinal}#s-${ordinal}`;

/** A heading in one line: 三、加快发展…, 第一篇 指导原则…; a label that ends in a mark needs no space behind it. */
export const headingText = ({ label, title }: { label: string; title: string }): string => `${label}${/[、.．）)。]$/.test(label) || label === '' ? '' : ' '}${title}`;
