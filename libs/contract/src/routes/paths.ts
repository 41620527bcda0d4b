export const V1 = "/api/v1";
export const EDITION = `${V1}/editions/:slug` as const;
