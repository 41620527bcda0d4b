import { defineConfig } from "prisma/config";

// Only `prisma generate` reads this: migrations are applied by libs/postgres.
export default defineConfig({
  schema: "prisma/schema.prisma",
  migrations: { path: "prisma/migrations" },
});
