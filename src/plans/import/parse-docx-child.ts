import { answerParent } from './answer-parent.ts';
import { readDocx } from './read-docx.ts';

void answerParent(readDocx);
