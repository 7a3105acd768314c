import type { Day } from '../kernel/clock.ts';
import type { Complaint } from '../kernel/errors.ts';
import { wordsIn } from '../kernel/text.ts';
import { isTargetMissed } from '../lights/expected-progress.ts';

/** A stated part of the way as it is written in a form; `row` is the line it stands in, from 1. */
export interface MilestoneWish { row: number; day: Day; title: string; percent: number; binding?: boolean }

/** Lines that a form has at most, at least, and free ones that it shows beyond the filled. */
export const MILESTONE_ROWS = { most: 8, least: 3, free: 1 } as const;

/** What is wrong with a set of milestones: each between start and deadline, none on the same day, more expected from one to the next. */
export function complaintsAboutMilestones(wishes: readonly MilestoneWish[], { startOn, deadline }: { startOn: Day; deadline: Day }): Complaint[] {
  const inTime = [...wishes].sort((a, b) => (a.day < b.day ? -1 : 1));
  return inTime.flatMap((m, i): Complaint[] => {
    if (m.day <= startOn || m.day > deadline) return [{ key: 'tasks.error.milestone_outside', values: { from: startOn, to: deadline }, field: `milestoneDay${m.row}` }];
    const before = inTime[i - 1];
    if (before === undefined) return [];
    if (before.day === m.day) return [{ key: 'tasks.error.milestone_same_day', values: { day: m.day }, field: `milestoneDay${m.row}` }];
    return m.percent <= before.percent ? [{ key: 'tasks.error.milestone_falls', values: { day: before.day, percent: before.percent }, field: `milestonePercent${m.row}` }] : [];
  });
}

/** What is stated of one. */
interface Stated { day: Day; title: string; percent: number; binding?: boolean }

export const milestoneColumns = ({ day, title, percent, binding = false }: MilestoneWish): Required<Stated> => ({ day, title, percent, binding });

/** As the log names one. */
export const milestoneWords = ({ day, title, percent, binding = false }: Stated): string => `${day} ${title} ${percent}%${binding ? ` ${wordsIn('zh-CN')('tasks.milestone.binding')}` : ''}`;

const sameAs = (wish: MilestoneWish) => (m: Stated): boolean => m.day === wish.day && m.title === wish.title && m.percent === wish.percent && (m.binding ?? false) === (wish.binding ?? false);

/** Which of the milestones that hold a new set keeps, retires and adds. */
export function milestoneChanges<M extends Stated>(present: readonly M[], wishes: readonly MilestoneWish[]): { retired: M[]; added: MilestoneWish[] } {
  return { retired: present.filter((m) => !wishes.some((wish) => sameAs(wish)(m))), added: wishes.filter((wish) => !present.some(sameAs(wish))) };
}

/** Binding targets that were missed stay until they are reached: changing them would be setting the light to green (R20). */
export const missedTargets = <M extends Stated & { doneOn: Day | null }>(retired: readonly M[], today: Day): M[] => retired.filter((m) => m.binding === true && m.doneOn === null && isTargetMissed(m, today));
