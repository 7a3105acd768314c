// The decomposition desk as a sheet: Enter accepts a row and goes to the next one, Ctrl+Z takes the last step back.
const form = document.querySelector('form[data-desk]');
const rows = [...form.querySelectorAll('tbody tr')];
const fieldsOf = (row) => [...row.querySelectorAll('input:not([type="hidden"]), textarea')];
const tickOf = (row) => row.querySelector('input[name^="take-"]');
const stateOf = (row) => fieldsOf(row).map((field) => (field.type === 'checkbox' ? field.checked : field.value));
const known = new Map(rows.map((row) => [row, stateOf(row)]));
const steps = [];

const count = document.createElement('span');
count.className = 'desk-count';
count.setAttribute('role', 'status');
const undoButton = document.createElement('button');
Object.assign(undoButton, { type: 'button', className: 'btn btn-outline-secondary', textContent: form.dataset.undo, disabled: true });
form.querySelector('.desk-bar').append(undoButton, count);

function look() {
  count.textContent = form.dataset.accepted.replace('#', String(rows.filter((row) => tickOf(row).checked).length));
  undoButton.disabled = steps.length === 0;
}

/** Keeps what a row held before it was changed. */
function note(row) {
  const now = stateOf(row);
  const before = known.get(row);
  if (JSON.stringify(now) === JSON.stringify(before)) return;
  steps.push({ row, before });
  known.set(row, now);
  look();
}

function undo() {
  const step = steps.pop();
  if (step === undefined) return;
  fieldsOf(step.row).forEach((field, i) => {
    if (field.type === 'checkbox') field.checked = step.before[i];
    else field.value = step.before[i];
  });
  known.set(step.row, stateOf(step.row));
  tickOf(step.row).focus();
  look();
}

/** The same cell in another row; behind the last one the button that hands over. */
function go(row, column) {
  const target = row === undefined ? form.querySelector('.desk-bar button[type="submit"]') : (fieldsOf(row)[column] ?? tickOf(row));
  target.focus();
  target.closest('tr')?.scrollIntoView({ block: 'center' });
}

function accept(row, column) {
  tickOf(row).checked = true;
  note(row);
  go(rows.slice(rows.indexOf(row) + 1).find((other) => !tickOf(other).checked), column);
}

form.addEventListener('change', (event) => {
  const row = event.target.closest('tbody tr');
  if (row !== null) note(row);
});
form.addEventListener('keydown', (event) => {
  if (event.defaultPrevented || event.isComposing) return;
  const row = event.target.closest('tbody tr');
  const column = row === null ? -1 : fieldsOf(row).indexOf(event.target);
  const isReason = event.target.name?.startsWith('reason-');
  if ((event.ctrlKey || event.metaKey) && event.key === 'z') {
    if (column >= 0 && JSON.stringify(stateOf(row)) !== JSON.stringify(known.get(row))) return; // the field's own undo first
    event.preventDefault();
    undo();
  } else if (column >= 0 && event.ctrlKey && (event.key === 'ArrowDown' || event.key === 'ArrowUp')) {
    event.preventDefault();
    go(rows[Math.min(rows.length - 1, Math.max(0, rows.indexOf(row) + (event.key === 'ArrowDown' ? 1 : -1)))], column);
  } else if (column >= 0 && event.key === 'Enter' && !event.shiftKey && !isReason) {
    event.preventDefault();
    accept(row, column);
  }
});
undoButton.addEventListener('click', undo);
look();
if (location.hash === '' && document.querySelector('.error-summary') === null && rows[0] !== undefined) tickOf(rows[0]).focus({ preventScroll: true });
