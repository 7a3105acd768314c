/** Marks to be looked for in long texts by the code of a character: taking a Chinese character out of a text makes a string of its own each time. */
export const markCodes = (marks: string): ReadonlySet<number> => new Set(Array.from(marks, (mark) => mark.charCodeAt(0)));
