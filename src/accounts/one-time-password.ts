import { randomInt } from 'node:crypto';

// Without letters and digits that are mistaken for one another on paper.
const UPPER = 'ABCDEFGHJKLMNPQRSTUVWXYZ';
const LOWER = 'abcdefghijkmnpqrstuvwxyz';
const DIGITS = '23456789';
const GROUPS = 4;

const pick = (letters: string): string => letters[randomInt(letters.length)] ?? '';

/** A password to be handed over on paper: four groups such as Kd7m (about 80 bits), good for one sign-in that sets another one. */
export function oneTimePassword(): string {
  const group = (): string => [UPPER, LOWER, DIGITS, LOWER, UPPER].map(pick).join('');
  return Array.from({ length: GROUPS }, group).join('-');
}
