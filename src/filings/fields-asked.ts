import type { SentContent } from './filing-digest.ts';

/** Progress and the tick: all that "本期无变化" takes. */
const UNCHANGED = 2;
/** 进展、完成情况、存在问题、下一步、需协调事项 */
const USUAL = 5;
/** 原因、新时限 of who is behind (R6). */
const BEHIND = 2;

/** How many fields a unit had to see to for one report: what the burden account counts. @param hasValue the matter is counted in an indicator */
export const fieldsAsked = ({ noChange, reasonCode, confidence }: Pick<SentContent, 'noChange' | 'reasonCode' | 'confidence'>, hasValue: boolean): number =>
  (noChange ? UNCHANGED : USUAL) + (hasValue ? 1 : 0) + (reasonCode === null ? 0 : BEHIND) + (confidence === null ? 0 : 1);
