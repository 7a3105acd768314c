import { z } from 'zod';

/** Which unit a document means by a name. */
export const namingForm = z.strictObject({
  name: z.string().trim().min(2, 'errors.required').max(60, 'errors.too_long'),
  unitId: z.coerce.number('errors.required').int('errors.required').positive('errors.required'),
});
