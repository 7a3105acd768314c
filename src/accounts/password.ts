import { hash, verify } from '@node-rs/argon2';

// OWASP's lower argon2id setting: 19 MiB, two passes; 11–50 ms on a small server.
const SETTING = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

export const hashPassword = (password: string): Promise<string> => hash(password, SETTING);

let decoy: Promise<string> | undefined;

/** Checks a password; an absent account costs the same time as a present one (SECURITY A2). */
export async function isPassword(password: string, passwordHash: string | null): Promise<boolean> {
  decoy ??= hashPassword('nobody has this password');
  const matches = await verify(passwordHash ?? (await decoy), password);
  return matches && passwordHash !== null;
}
