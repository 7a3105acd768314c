import { isPlain } from './typing.js';

// "/" goes to the search, "?" shows what the keyboard can do.
const search = document.querySelector('[data-search]');
const keys = document.querySelector('dialog.keys');

document.addEventListener('keydown', (event) => {
  if (!isPlain(event)) return;
  if (event.key === '/' && search) {
    event.preventDefault();
    search.focus();
    search.select();
  }
  if (event.key === '?' && keys) {
    event.preventDefault();
    keys.showModal();
  }
});
