export type Holder = 'supervisor' | 'lead' | 'responsible' | 'support' | 'district' | 'leader' | 'outside' | 'none';

/** One stretch during which somebody had the ball. */
export interface HolderStretch {
  holder: Holder;
  /** Who, in words: 市商务局, 督查室 … */
  label: string;
  from: string;
  to: string;
  days: number;
}

export interface HolderSegment extends HolderStretch {
  x: number;
  width: number;
  /** "市商务局 2023-03-01 – 2023-03-12 · 11" */
  title: string;
}

export interface HolderStrip {
  total: number;
  from: string;
  to: string;
  segments: HolderSegment[];
  /** Days summed by who, most first: together they are the calendar time. */
  sums: { holder: Holder; label: string; days: number; percent: number }[];
}

/** 球在谁手里: stretches in order of time, to scale; those of less than a day are left out of the picture, not out of the sums. */
export function holderStrip(stretches: readonly HolderStretch[]): HolderStrip {
  const total = stretches.reduce((sum, s) => sum + s.days, 0);
  let before = 0;
  const segments = stretches.map((s) => {
    const x = before;
    before += s.days;
    return { ...s, x: share(x, total), width: share(s.days, total), title: `${s.label} ${s.from} – ${s.to} · ${String(s.days)}` };
  });
  return { total, from: stretches[0]?.from ?? '', to: stretches.at(-1)?.to ?? '', segments: segments.filter((s) => s.days > 0), sums: sumUp(stretches, total) };
}

function sumUp(stretches: readonly HolderStretch[], total: number): HolderStrip['sums'] {
  const sums = new Map<string, { holder: Holder; label: string; days: number }>();
  for (const { holder, label, days } of stretches) {
    const key = `${holder} ${label}`;
    sums.set(key, { holder, label, days: days + (sums.get(key)?.days ?? 0) });
  }
  return [...sums.values()].sort((a, b) => b.days - a.days).map((s) => ({ ...s, percent: Math.round(share(s.days, total)) }));
}

const share = (days: number, total: number): number => (total === 0 ? 0 : Math.round((days / total) * 10_000) / 100);
