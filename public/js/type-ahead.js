// A long select becomes a field with suggestions: by name, or by pinyin initials (swj → 市商务局).
// The select stays in the form and keeps the value, so nothing changes for the server.
const MOST = 40;

function enhance(select) {
  const options = [...select.options].filter((o) => o.value !== '').map((o) => ({ value: o.value, label: o.textContent.trim(), initials: (o.dataset.initials ?? '').toLowerCase() }));
  const box = document.createElement('div');
  box.className = 'type-ahead';
  const input = document.createElement('input');
  const list = document.createElement('ul');
  select.before(box);
  box.append(input, list, select);
  select.hidden = true;
  Object.assign(input, { className: 'form-control', type: 'text', id: select.id, autocomplete: 'off', required: select.required });
  select.removeAttribute('id');
  select.required = false;
  Object.assign(list, { className: 'type-ahead-list', id: `${input.id}-list`, hidden: true });
  for (const name of ['aria-invalid', 'aria-describedby']) if (select.hasAttribute(name)) input.setAttribute(name, select.getAttribute(name));
  for (const [name, value] of Object.entries({ role: 'combobox', 'aria-expanded': 'false', 'aria-controls': list.id, 'aria-autocomplete': 'list' })) input.setAttribute(name, value);
  list.setAttribute('role', 'listbox');
  list.setAttribute('aria-label', document.querySelector(`label[for="${input.id}"]`)?.textContent ?? '');
  const labelOf = () => options.find((o) => o.value === select.value)?.label ?? '';
  input.value = labelOf();
  let found = [];
  let at = -1;

  const point = (index) => {
    at = index;
    [...list.children].forEach((item, i) => item.setAttribute('aria-selected', String(i === at)));
    if (at >= 0) {
      input.setAttribute('aria-activedescendant', list.children[at].id);
      list.children[at].scrollIntoView({ block: 'nearest' });
    } else input.removeAttribute('aria-activedescendant');
  };
  const close = () => {
    list.hidden = true;
    input.setAttribute('aria-expanded', 'false');
    point(-1);
  };
  const take = (option) => {
    select.value = option.value;
    input.value = option.label;
    close();
    select.dispatchEvent(new Event('change', { bubbles: true }));
  };
  const open = (typed) => {
    const word = typed.trim().toLowerCase();
    const score = (o) => (o.initials.startsWith(word) || o.label.startsWith(word) ? 0 : o.label.includes(word) || o.initials.includes(word) ? 1 : 2);
    found = options.filter((o) => score(o) < 2).sort((a, b) => score(a) - score(b)).slice(0, MOST);
    list.replaceChildren(...found.map((o, i) => {
      const item = document.createElement('li');
      const initials = document.createElement('small');
      initials.textContent = o.initials;
      item.append(o.label, initials);
      item.id = `${list.id}-${i}`;
      item.setAttribute('role', 'option');
      item.addEventListener('pointerdown', (event) => { event.preventDefault(); take(o); });
      return item;
    }));
    list.hidden = found.length === 0;
    input.setAttribute('aria-expanded', String(found.length > 0));
    point(word !== '' && found.length > 0 ? 0 : -1);
  };

  input.addEventListener('focus', () => input.select());
  input.addEventListener('click', () => { if (list.hidden) open(''); });
  input.addEventListener('input', () => open(input.value));
  input.addEventListener('blur', () => {
    if (input.value.trim() === '') select.value = '';
    else input.value = labelOf();
    close();
  });
  input.addEventListener('keydown', (event) => {
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      if (list.hidden) open('');
      const step = event.key === 'ArrowDown' ? 1 : -1;
      if (found.length > 0) point((at + step + found.length) % found.length);
    } else if (event.key === 'Enter' && !list.hidden && at >= 0) {
      event.preventDefault();
      take(found[at]);
    } else if (event.key === 'Escape') {
      input.value = labelOf();
      close();
    } else if (event.key === 'Tab' && !list.hidden && at >= 0) take(found[at]);
  });
}

for (const select of document.querySelectorAll('select[data-type-ahead]')) enhance(select);
