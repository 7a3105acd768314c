/** Tasks by what their lights say: the four lights of the live ones, and those closed beside them (R23). */
export interface Distribution {
  red: number;
  yellow: number;
  green: number;
  grey: number;
  closed: number;
}

export const PARTS = ['green', 'yellow', 'red', 'grey'] as const;

export const NOTHING: Distribution = { red: 0, yellow: 0, green: 0, grey: 0, closed: 0 };

export const liveOf = ({ red, yellow, green, grey }: Distribution): number => red + yellow + green + grey;

export const allOf = (d: Distribution): number => liveOf(d) + d.closed;

export const sumOf = (all: readonly Distribution[]): Distribution => all.reduce((sum, d) => ({
  red: sum.red + d.red, yellow: sum.yellow + d.yellow, green: sum.green + d.green, grey: sum.grey + d.grey, closed: sum.closed + d.closed,
}), NOTHING);
