/** A field that an act asks for on the task's page; its label is `tasks.act.<act>.<name>`. */
export interface Wish {
  name: string;
  kind: 'text' | 'area' | 'date' | 'choice' | 'checkbox';
  required: boolean;
  /** What stands in it before anybody typed. */
  value?: string;
  choices?: readonly string[];
  /** Where the words of the choices begin; tasks.decision where left out. */
  words?: string;
}
