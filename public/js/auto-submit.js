// Filters apply as soon as a choice is made; words are sent with Enter.
for (const form of document.querySelectorAll('form[data-auto-submit]')) {
  form.addEventListener('change', (event) => {
    if (event.target instanceof HTMLSelectElement || event.target.matches('[type="checkbox"], [type="radio"], [type="date"]')) form.requestSubmit();
  });
  // Fields left empty need not stand in the address.
  form.addEventListener('formdata', (event) => {
    for (const [name, value] of [...event.formData]) if (value === '') event.formData.delete(name);
  });
}
