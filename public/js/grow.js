// A text field is as high as its text.
const grow = (area) => {
  area.style.height = 'auto';
  area.style.height = `${area.scrollHeight + 2}px`;
};
for (const area of document.querySelectorAll('textarea[data-grow]')) {
  if (area.value !== '') grow(area);
  area.addEventListener('input', () => grow(area));
}
