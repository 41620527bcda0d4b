export { createTestDatabase, type TestDatabase, testServerVariable } from "./database.ts";
