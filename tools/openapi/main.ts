import { openApiDocument } from "@abwab/contract";
import { writeFileSync } from "node:fs";
import path from "node:path";

/** Writes the API's document to docs/api/openapi.json: `npm run openapi` after a change of the contract. */
const file = path.resolve(import.meta.dirname, "../../docs/api/openapi.json");
writeFileSync(file, `${JSON.stringify(openApiDocument(), null, 2)}\n`);
process.stdout.write(`wrote ${path.relative(process.cwd(), file)}\n`);
