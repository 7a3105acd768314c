// Files may be dropped on the field; what is chosen is listed with its size before it is sent.
const MEGABYTE = 1_048_576;
const sizeOf = (file) => (file.size >= MEGABYTE ? `${(file.size / MEGABYTE).toFixed(1)} MB` : `${Math.max(1, Math.round(file.size / 1024))} kB`);

for (const zone of document.querySelectorAll('[data-file-drop]')) {
  const input = zone.querySelector('input[type="file"]');
  const list = zone.querySelector('[data-file-list]');
  const over = (event) => { event.preventDefault(); zone.classList.add('file-drop-over'); };
  const out = () => zone.classList.remove('file-drop-over');
  const show = () => list.replaceChildren(...[...input.files].map((file) => {
    const item = document.createElement('li');
    const size = document.createElement('span');
    size.textContent = sizeOf(file);
    item.append(file.name, size);
    return item;
  }));
  zone.addEventListener('dragenter', over);
  zone.addEventListener('dragover', over);
  zone.addEventListener('dragleave', out);
  zone.addEventListener('drop', (event) => {
    event.preventDefault();
    out();
    const all = new DataTransfer();
    const files = [...(event.dataTransfer?.files ?? [])];
    for (const file of input.multiple ? [...input.files, ...files] : files.slice(0, 1)) all.items.add(file);
    input.files = all.files;
    input.dispatchEvent(new Event('change', { bubbles: true }));
  });
  input.addEventListener('change', show);
}
