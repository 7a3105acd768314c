import ts from 'typescript';
import { found, sources } from './source.ts';

const HAN = /[\u3400-\u9fff]/;

/** Chinese in a string or a template string; comments and regular expressions are for the reader of the code and of plans. */
const isChinese = (node: ts.Node): boolean => (ts.isStringLiteralLike(node) || ts.isTemplateHead(node) || ts.isTemplateMiddle(node) || ts.isTemplateTail(node)) && HAN.test(node.text);

// Words that a plan or the name of a file is read by, that become data (names, numbers of documents), or that a terminal shows in both languages.
const READ_NOT_SHOWN = [
  'src/plans/import/', 'src/plans/chinese-numeral.ts', 'src/tasks/task-number.ts', 'src/supervision/slip-number.ts', 'src/supervision/press-ladder.ts',
  'src/supervision/verification.ts', 'src/supervision/escalation.ts', 'src/circulars/draw-up-circular.ts', 'src/circulars/forbidden-criteria.ts', 'src/accounts/demonstration-cast.ts', 'src/commands/', 'src/first-use.ts',
];

const code = sources(['src'], '.ts');

test('no Chinese is shown that the text files do not know', () => {
  expect(found(code.filter((file) => !READ_NOT_SHOWN.some((place) => file.path.startsWith(place))), isChinese)).toEqual([]);
});

test('the list of exceptions holds nothing that is not needed', () => {
  const needed = READ_NOT_SHOWN.filter((place) => found(code.filter((file) => file.path.startsWith(place)), isChinese).length > 0);
  expect(needed).toEqual(READ_NOT_SHOWN);
});

test('planted Chinese is noticed, in a string and around a value', () => {
  const planted = { path: 'src/tasks/planted.ts', text: "const a = '签收'; const b = `第${n}条`; const c = /签收/; // 签收" };
  expect(found([planted], isChinese)).toHaveLength(3);
});
