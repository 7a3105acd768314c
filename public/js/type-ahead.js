// A long select becomes a field with suggestions: by name, or by pinyin initials (swj → 市商务局).
// The select stays in the form and keeps the value, so nothing changes for the server.
import { optionList } from './option-list.js';

function enhance(select) {
  const options = [...select.options].filter((o) => o.value !== '').map((o) => ({ value: o.value, label: o.textContent.trim(), initials: (o.dataset.initials ?? '').toLowerCase() }));
  const box = document.createElement('div');
  box.className = 'type-ahead';
  const input = document.createElement('input');
  Object.assign(input, { className: 'form-control', type: 'text', id: select.id, autocomplete: 'off', required: select.required });
  for (const name of ['aria-invalid', 'aria-describedby']) if (select.hasAttribute(name)) input.setAttribute(name, select.getAttribute(name));
  const suggestions = optionList(input, document.querySelector(`label[for="${input.id}"]`)?.textContent ?? '', options, (option) => {
    select.value = option.value;
    input.value = option.label;
    select.dispatchEvent(new Event('change', { bubbles: true }));
  });
  select.before(box);
  box.append(input, suggestions.list, select);
  select.hidden = true;
  select.removeAttribute('id');
  select.required = false;
  const labelOf = () => options.find((o) => o.value === select.value)?.label ?? '';
  input.value = labelOf();

  input.addEventListener('focus', () => input.select());
  input.addEventListener('click', () => { if (suggestions.list.hidden) suggestions.open(''); });
  input.addEventListener('input', () => suggestions.open(input.value));
  input.addEventListener('blur', () => {
    if (input.value.trim() === '') select.value = '';
    else input.value = labelOf();
    suggestions.close();
  });
  input.addEventListener('keydown', (event) => {
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      if (suggestions.list.hidden) suggestions.open('');
      suggestions.step(event.key === 'ArrowDown' ? 1 : -1);
    } else if (event.key === 'Enter') {
      if (suggestions.takePointed()) event.preventDefault();
    } else if (event.key === 'Escape') {
      input.value = labelOf();
      suggestions.close();
    } else if (event.key === 'Tab') suggestions.takePointed();
  });
}

for (const select of document.querySelectorAll('select[data-type-ahead]')) enhance(select);
