import type { Words } from '../kernel/text.ts';
import type { Verdict } from './light.ts';

/** 为什么是这个颜色: the rule as one sentence with its days and figures. */
export const whyLight = (t: Words, verdict: Verdict): string => t(`lights.why.${verdict.rule}`, verdict.values);
