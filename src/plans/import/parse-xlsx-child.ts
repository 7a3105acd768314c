import { answerParent } from './answer-parent.ts';
import { readXlsx } from './read-xlsx.ts';

void answerParent(readXlsx);
