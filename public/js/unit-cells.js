// Cells of the desk that take one or several unit names: each name is completed by itself, by its beginning or its initials.
import { optionList } from './option-list.js';

const SEPARATORS = /[、，,;；\s]/;
const options = [...document.querySelectorAll('#desk-units option')].map((o) => ({ value: o.value, label: o.value, initials: (o.label ?? '').toLowerCase() }));

/** What stands before the name that is being typed, and that name. */
function parted(value) {
  const names = value.split(SEPARATORS);
  const typed = names.pop() ?? '';
  return { before: names.filter((name) => name !== ''), typed };
}

function enhance(input) {
  const isMany = input.name.startsWith('responsible-') || input.name.startsWith('support-');
  const box = document.createElement('div');
  box.className = 'type-ahead';
  input.removeAttribute('list');
  const suggestions = optionList(input, input.getAttribute('aria-label') ?? '', options, (option) => {
    input.value = [...(isMany ? parted(input.value).before : []), option.label].join('、');
  });
  input.before(box);
  box.append(input, suggestions.list);
  const open = () => suggestions.open(isMany ? parted(input.value).typed : input.value);

  input.addEventListener('focus', () => { if (!isMany) input.select(); });
  input.addEventListener('input', () => { if (isMany && parted(input.value).typed === '') suggestions.close(); else open(); });
  input.addEventListener('blur', () => suggestions.close());
  input.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey) return;
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      if (suggestions.list.hidden) suggestions.open(isMany ? parted(input.value).typed : '');
      suggestions.step(event.key === 'ArrowDown' ? 1 : -1);
    } else if (event.key === 'Enter') {
      if (suggestions.takePointed()) event.preventDefault();
    } else if (event.key === 'Escape') suggestions.close();
    else if (event.key === 'Tab') suggestions.takePointed();
  });
}

for (const input of document.querySelectorAll('input[list="desk-units"]')) enhance(input);
