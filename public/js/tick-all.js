// One tick for all points of a checklist; each can still be taken back.
for (const set of document.querySelectorAll('[data-tick-all]')) {
  const points = [...set.querySelectorAll('input[type="checkbox"]')];
  const label = document.createElement('label');
  const all = document.createElement('input');
  all.type = 'checkbox';
  all.className = 'form-check-input';
  label.className = 'form-check tick-all';
  const words = document.createElement('span');
  words.textContent = set.dataset.tickAll;
  label.append(all, ' ', words);
  points[0]?.closest('label')?.before(label);
  const look = () => { all.checked = points.every((point) => point.checked); };
  all.addEventListener('change', () => { for (const point of points) point.checked = all.checked; });
  set.addEventListener('change', look);
  look();
}
