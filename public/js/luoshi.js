// Behaviours: each page works without them; a file is fetched only where its mark stands on the page.
const behaviours = [
  ['[data-menu]', './menus.js'],
  ['form[data-guard]', './leave-warning.js'],
  ['form[method="post"]', './submit-once.js'],
  ['[data-auto-submit]', './auto-submit.js'],
  ['[data-rows]', './row-keys.js'],
  ['[data-search], dialog.keys', './shortcuts.js'],
  ['select[data-type-ahead]', './type-ahead.js'],
  ['#desk-units', './unit-cells.js'],
  ['form[data-desk]', './desk-rows.js'],
  ['[data-plan-keys]', './plan-keys.js'],
  ['[data-file-drop]', './file-drop.js'],
  ['textarea[data-grow]', './grow.js'],
  ['.error-summary', './error-summary.js'],
  ['form[data-autosave]', './autosave.js'],
  ['[data-tick-all]', './tick-all.js'],
  ['[data-print]', './print.js'],
];

document.documentElement.classList.add('js');
for (const [mark, file] of behaviours) {
  if (document.querySelector(mark)) import(file);
}
