import { isPlain } from './typing.js';

// j/k or ↓/↑ go through the rows of lists, Enter opens the chosen one.
const rows = () => [...document.querySelectorAll('[data-row]')].filter((row) => row.offsetParent !== null);
let now = null;

function choose(row) {
  now?.classList.remove('row-now');
  now = row;
  row.classList.add('row-now');
  row.scrollIntoView({ block: 'nearest' });
  row.querySelector('[data-open]')?.focus({ preventScroll: true });
}

document.addEventListener('keydown', (event) => {
  if (!isPlain(event)) return;
  const step = { j: 1, ArrowDown: 1, k: -1, ArrowUp: -1 }[event.key];
  if (step === undefined) return;
  const all = rows();
  if (all.length === 0 || (now === null && event.key.startsWith('Arrow'))) return;
  event.preventDefault();
  const at = all.indexOf(now);
  choose(all[at === -1 ? 0 : Math.min(all.length - 1, Math.max(0, at + step))]);
});
