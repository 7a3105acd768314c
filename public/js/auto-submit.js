// Filters apply as soon as a choice is made with the mouse or a finger. With the keyboard one may step through
// the choices first and press the button or Enter.
let byKey = false;
addEventListener('keydown', () => { byKey = true; }, true);
addEventListener('pointerdown', () => { byKey = false; }, true);

for (const form of document.querySelectorAll('form[data-auto-submit]')) {
  form.addEventListener('change', (event) => {
    if (!byKey && event.target.matches('select, [type="checkbox"], [type="radio"]')) form.requestSubmit();
  });
  // Fields left empty need not stand in the address.
  form.addEventListener('formdata', (event) => {
    for (const [name, value] of [...event.formData]) if (value === '') event.formData.delete(name);
  });
}
