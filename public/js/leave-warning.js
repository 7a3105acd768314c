// Asks before a half-filled form is left; the words are the browser's own.
let sending = false;
const contentOf = (form) => JSON.stringify([...new FormData(form)].map(([name, value]) => [name, value instanceof File ? value.name : value]));
const forms = [...document.querySelectorAll('form[data-guard]')].map((form) => ({ form, before: contentOf(form) }));

addEventListener('submit', () => { sending = true; });
addEventListener('pageshow', () => { sending = false; });
addEventListener('beforeunload', (event) => {
  if (!sending && forms.some(({ form, before }) => contentOf(form) !== before)) event.preventDefault();
});
