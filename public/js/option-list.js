// The list of suggestions under a field that is a combobox: found by the beginning of a name or of its pinyin initials (swj → 市商务局).
const MOST = 40;

/** Nobody types the 市 that every bureau begins with: swj finds 市商务局, whose initials are sswj. */
function scoreOf(word, { label, initials }) {
  const names = [label, initials, ...(label.startsWith('市') ? [label.slice(1), initials.slice(1)] : [])];
  if (names.includes(word)) return 0;
  if (names.some((name) => name.startsWith(word))) return 1;
  return names.some((name) => name.includes(word)) ? 2 : 3;
}

/** @param options [{ value, label, initials }]; `take` is called with the one that was chosen. */
export function optionList(input, label, options, take) {
  const list = document.createElement('ul');
  Object.assign(list, { className: 'type-ahead-list', id: `${input.id}-list`, hidden: true });
  for (const [name, value] of Object.entries({ role: 'combobox', 'aria-expanded': 'false', 'aria-controls': list.id, 'aria-autocomplete': 'list' })) input.setAttribute(name, value);
  list.setAttribute('role', 'listbox');
  list.setAttribute('aria-label', label);
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
  const choose = (option) => {
    take(option);
    close();
  };
  const open = (typed) => {
    const word = typed.trim().toLowerCase();
    const score = (o) => scoreOf(word, o);
    found = options.filter((o) => score(o) < 3).sort((a, b) => score(a) - score(b)).slice(0, MOST);
    list.replaceChildren(...found.map((o, i) => {
      const item = document.createElement('li');
      const initials = document.createElement('small');
      initials.textContent = o.initials;
      item.append(o.label, initials);
      item.id = `${list.id}-${i}`;
      item.setAttribute('role', 'option');
      item.addEventListener('pointerdown', (event) => { event.preventDefault(); choose(o); });
      return item;
    }));
    list.hidden = found.length === 0;
    input.setAttribute('aria-expanded', String(found.length > 0));
    point(word !== '' && found.length > 0 ? 0 : -1);
  };
  /** One step up or down; wraps around. */
  const step = (by) => { if (found.length > 0) point((at + by + found.length) % found.length); };
  /** Takes the option that is pointed at, if there is one. */
  const takePointed = () => {
    if (list.hidden || at < 0) return false;
    choose(found[at]);
    return true;
  };
  return { list, open, close, step, takePointed };
}
