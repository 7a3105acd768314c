// npm test: installs what is missing and runs the tests; what follows `npm test --` is passed on to jest.
import { command } from './ensure.mjs';
import { runTests } from './jest.mjs';

await command({ development: true }, () => runTests(process.argv.slice(2)));
