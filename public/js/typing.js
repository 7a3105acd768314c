/** Whether a key belongs to a field and not to the page. */
export const isTyping = (target) => target instanceof HTMLElement && (target.isContentEditable || target.matches('input, textarea, select, [role="combobox"]'));

/** Whether a key is pressed alone, outside fields, with no dialog open. */
export const isPlain = (event) => !event.ctrlKey && !event.metaKey && !event.altKey && !isTyping(event.target) && document.querySelector('dialog[open]') === null;
