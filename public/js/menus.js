// A menu closes when one clicks elsewhere, presses Escape or opens another.
const menus = [...document.querySelectorAll('[data-menu]')];
const closeBut = (kept) => menus.forEach((menu) => { if (menu !== kept) menu.open = false; });

document.addEventListener('click', (event) => closeBut(event.target instanceof Element ? event.target.closest('[data-menu]') : null));
document.addEventListener('keydown', (event) => {
  if (event.key !== 'Escape') return;
  const open = menus.find((menu) => menu.open);
  if (!open) return;
  open.open = false;
  open.querySelector('summary').focus();
});
