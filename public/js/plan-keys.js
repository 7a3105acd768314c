import { isPlain } from './typing.js';

// In the plan's text ↓/↑ go to the next and previous mark, g to the next gap, Enter opens (the mark is a link).
const marks = [...document.querySelectorAll('[data-mark]')];
const current = () => {
  const focused = marks.indexOf(document.activeElement);
  return focused >= 0 ? focused : marks.findIndex((mark) => mark.getAttribute('aria-current') === 'true');
};
function go(mark) {
  mark?.focus({ preventScroll: true });
  mark?.scrollIntoView({ block: 'center' });
}

document.addEventListener('keydown', (event) => {
  if (!isPlain(event) || marks.length === 0) return;
  const at = current();
  if (event.key === 'ArrowDown') go(marks[Math.min(marks.length - 1, at + 1)]);
  else if (event.key === 'ArrowUp') go(marks[Math.max(0, at - 1)]);
  else if (event.key === 'g') go(marks.find((mark, i) => i > at && 'gap' in mark.dataset) ?? marks.find((mark) => 'gap' in mark.dataset));
  else return;
  event.preventDefault();
});

document.querySelector('[data-mark][aria-current="true"]')?.scrollIntoView({ block: 'center' });
