/** How the conventional service reaches its database; the sweep tries several sizes. */
export const settings = {
  connectionString: process.env["DATABASE_URL"] ?? "",
  max: Number(process.env["POOL_SIZE"] ?? 10),
  options: "-c synchronous_commit=on -c timezone=UTC",
};
