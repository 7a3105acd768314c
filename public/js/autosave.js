// A form that is being written is kept as a draft by itself, a moment after the last word and when the page is left. A chosen file is
// uploaded at once. Without this file the buttons do the same.
const PAUSE_MS = 1500;

for (const form of document.querySelectorAll('form[data-autosave]')) {
  const note = form.querySelector('[data-autosave-note]');
  const address = `${form.action.replace(/\/draft$/, '')}/autosave`;
  let timer = 0;
  let running = null;
  let dirty = false;
  let stopped = false;

  const body = () => {
    const fields = new URLSearchParams();
    for (const [name, value] of new FormData(form)) if (typeof value === 'string' && name !== '_key') fields.append(name, value);
    fields.set('auto', '1');
    return fields;
  };
  const tell = (name) => {
    const now = new Date();
    const time = `${String(now.getHours()).padStart(2, '0')}:${String(now.getMinutes()).padStart(2, '0')}`;
    note.textContent = (note.dataset[name] ?? '').replace('{time}', time);
  };
  const send = async (keepalive) => {
    dirty = false;
    tell('saving');
    try {
      const answer = await fetch(address, { method: 'POST', body: body(), keepalive, headers: { accept: 'application/json' } });
      if (!answer.ok) throw new Error(String(answer.status));
      form.elements.version.value = String((await answer.json()).version);
      tell('saved');
    } catch {
      stopped = true; // somebody else may have changed it: from here on the person decides
      tell('failed');
    }
  };
  const save = (keepalive = false) => {
    clearTimeout(timer);
    if (!dirty || stopped) return running ?? Promise.resolve();
    running = (running ?? Promise.resolve()).then(() => send(keepalive));
    return running;
  };

  form.addEventListener('input', (event) => {
    if (event.target.type === 'file') return;
    dirty = true;
    clearTimeout(timer);
    timer = setTimeout(save, PAUSE_MS);
  });
  form.addEventListener('change', (event) => {
    if (event.target.type === 'file' && event.target.files.length > 0) form.requestSubmit(form.querySelector('[data-upload]'));
  });
  // A save on its way must come back first, or the form would go out with the version before it.
  form.addEventListener('submit', (event) => {
    clearTimeout(timer);
    dirty = false;
    if (running === null) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    const { submitter } = event;
    void running.then(() => { running = null; form.requestSubmit(submitter); });
  }, { capture: true });
  document.addEventListener('visibilitychange', () => { if (document.visibilityState === 'hidden') void save(true); });
}
