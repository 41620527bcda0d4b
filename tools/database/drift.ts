import path from "node:path";
import { schemaDrift } from "@abwab/postgres";
import { endWithSentence } from "../start/run-until-stopped.ts";
import { workspaceRoot } from "../start/workspace.ts";
import { withScratchDatabase } from "./scratch-database.ts";

// npm run db:drift: exit 1 and the missing SQL when prisma/schema.prisma and prisma/migrations disagree.
try {
  const drift = await withScratchDatabase((url) =>
    schemaDrift(url, path.join(workspaceRoot, "prisma", "schema.prisma")),
  );
  if (drift !== "") {
    process.stderr.write(
      `The migrations do not lead to prisma/schema.prisma; this is missing (npm run db:migration -- --name what-it-does writes it):\n\n${drift}`,
    );
    process.exit(1);
  }
  process.stdout.write("The migrations lead to prisma/schema.prisma.\n");
} catch (error) {
  endWithSentence(error);
}
