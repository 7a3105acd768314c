/** 按期完成的把握: how sure a matter is to be done in time, by the unit itself in its report and, independently, by whoever went and looked. */
export const CONFIDENCES = ['high', 'medium', 'low'] as const;
export type Confidence = (typeof CONFIDENCES)[number];
