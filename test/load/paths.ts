/** The list that is measured: filtered, 50 rows of 10,000. */
export const LEDGER_PATH = '/tasks?live=1&q=%E5%95%86%E5%8A%A1&sort=deadline';
export const DETAIL_PATH = '/tasks/1';
