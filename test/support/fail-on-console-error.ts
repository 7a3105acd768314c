// A complaint on the console that no test asked for fails the test during which it came.
import { format } from 'node:util';

const complaints: string[] = [];
const record = (...values: unknown[]): void => {
  complaints.push(new Error(format(...values)).stack ?? format(...values));
};

console.error = record;
console.warn = record;

function failOnComplaints(): void {
  const found = complaints.splice(0);
  if (found.length > 0) throw new Error(`unexpected on the console:\n${found.join('\n')}`);
}

afterEach(failOnComplaints);
afterAll(failOnComplaints);
