import fs from 'node:fs';
import path from 'node:path';
import { root } from '../../src/config.ts';

const tokens = new Map([...fs.readFileSync(path.join(root, 'public/css/tokens.css'), 'utf8').matchAll(/--([a-z0-9-]+): (#[0-9a-f]{3,6});/g)].map((m) => [m[1] ?? '', m[2] ?? '']));

/** Relative luminance as WCAG 2.2 defines it. */
function luminance(token: string): number {
  const hex = (tokens.get(token) ?? '').slice(1).replace(/^(.)(.)(.)$/, '$1$1$2$2$3$3');
  const [r = 0, g = 0, b = 0] = [0, 2, 4].map((i) => parseInt(hex.slice(i, i + 2), 16) / 255).map((v) => (v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
function contrast(a: string, b: string): number {
  const [dark = 0, light = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (light + 0.05) / (dark + 0.05);
}

const words = ['ink', 'ink-2', 'quiet', 'accent', 'green', 'yellow', 'red', 'grey'];

it.each(words)('words in %s can be read on paper, on the ground and on grey', (word) => {
  for (const ground of ['paper', 'ground', 'grey-tint']) expect(contrast(word, ground)).toBeGreaterThanOrEqual(4.5);
});

it.each(['green', 'yellow', 'red', 'grey'])('the word of a %s light can be read on its own tint', (light) => {
  expect(contrast(light, `${light}-tint`)).toBeGreaterThanOrEqual(4.5);
});

it('the four lights are four different greys on a black-and-white print', () => {
  const greys = ['red-fill', 'green-fill', 'yellow-fill', 'grey-fill'].map(luminance).sort((a, b) => a - b);
  greys.slice(1).forEach((grey, i) => { expect(grey - (greys[i] ?? 0)).toBeGreaterThan(0.03); });
});
