import { AlreadySent } from '../errors.ts';
import { Prisma, type Tx } from './client.ts';

export const isUniqueViolation = (error: unknown): boolean =>
  error instanceof Prisma.PrismaClientKnownRequestError && error.code === 'P2002';

/**
 * Marks the form that was sent as done, inside the transaction of its act (SECURITY C4).
 * @throws AlreadySent where it was done before; the transaction must then be rolled back
 */
export async function takeFormKey(tx: Tx, key: string, at: Date): Promise<void> {
  if (await tx.formKey.findUnique({ where: { key } })) throw new AlreadySent();
  try {
    await tx.formKey.create({ data: { key, at } }); // the primary key decides where two ask at once
  } catch (error) {
    if (isUniqueViolation(error)) throw new AlreadySent();
    throw error;
  }
}
