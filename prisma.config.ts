import { defineConfig } from 'prisma/config';
// Only read by `prisma generate`; where the data lives is decided by the driver adapters in src/kernel/db.
export default defineConfig({});
