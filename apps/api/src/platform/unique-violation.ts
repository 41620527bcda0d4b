import { Prisma } from "./prisma-client/generated/client.ts";
import { ProblemError } from "./problem-error.ts";

/** Turns the violation of a unique key into `already_exists`; anything else goes on as it is. */
export async function orAlreadyExists<Result>(work: Promise<Result>, detail: string): Promise<Result> {
  try {
    return await work;
  } catch (error) {
    const isTaken = error instanceof Prisma.PrismaClientKnownRequestError && error.code === "P2002";
    throw isTaken ? new ProblemError("already_exists", detail) : error;
  }
}
