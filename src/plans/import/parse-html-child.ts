import { answerParent } from './answer-parent.ts';
import { readHtml } from './read-html.ts';

void answerParent((bytes) => readHtml(bytes.toString('utf8')));
