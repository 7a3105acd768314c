/** What points can be given for (R27): facts that stand in the records, and nothing else. A closed list, so that nothing that is not work can be counted (R28). */
export const CRITERIA = ['filing_on_time', 'filing_late', 'filing_returned', 'closed_on_time', 'closed_late', 'urge', 'notice', 'criticism'] as const;
export type Criterion = (typeof CRITERIA)[number];

/** What is done well earns, what is late costs. */
export const SIGN: Readonly<Record<Criterion, 1 | -1>> = {
  filing_on_time: 1, filing_late: -1, filing_returned: -1, closed_on_time: 1, closed_late: -1, urge: -1, notice: -1, criticism: -1,
};

/** Each of these must cost at least as much as the one before: pressing escalates (R24, R27). */
export const ESCALATING = ['urge', 'notice', 'criticism'] as const satisfies readonly Criterion[];

/** What is counted as an item that a unit had to do: the denominator of its points (R29). */
export const ITEMS = ['filing_on_time', 'filing_late', 'closed_on_time', 'closed_late'] as const satisfies readonly Criterion[];

export type Points = Record<Criterion, number>;
export type Counts = Record<Criterion, number>;

export const MOST_POINTS = 20;

export const DEFAULT_POINTS: Points = { filing_on_time: 2, filing_late: -2, filing_returned: -1, closed_on_time: 5, closed_late: -3, urge: -1, notice: -3, criticism: -10 };
export const NO_COUNTS: Counts = { filing_on_time: 0, filing_late: 0, filing_returned: 0, closed_on_time: 0, closed_late: 0, urge: 0, notice: 0, criticism: 0 };

export const sumOf = (counts: Counts, points: Points): number => CRITERIA.reduce((sum, c) => sum + counts[c] * points[c], 0);
export const itemsOf = (counts: Counts): number => ITEMS.reduce((sum, c) => sum + counts[c], 0);
