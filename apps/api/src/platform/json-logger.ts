import type { LoggerService } from "@nestjs/common";
import { type Logger, pino } from "pino";

// Nest's own account of how it wires itself is for nobody who runs the service.
const QUIET_CONTEXTS = new Set([
  "NestFactory",
  "InstanceLoader",
  "RoutesResolver",
  "RouterExplorer",
  "NestApplication",
]);

/** One JSON object a line on stdout, by pino. Messages are a text, or an object with a `message`. */
export class JsonLogger implements LoggerService {
  private readonly pino: Logger;

  constructor(level: string) {
    this.pino = pino({
      level,
      messageKey: "message",
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
      serializers: { error: pino.stdSerializers.err },
      redact: ["password", "token", "authorization", "cookie"],
    });
  }

  log(message: unknown, context?: string): void {
    if (context === undefined || !QUIET_CONTEXTS.has(context)) this.write("info", message, context);
  }

  warn(message: unknown, context?: string): void {
    this.write("warn", message, context);
  }

  error(message: unknown, ...rest: (string | undefined)[]): void {
    // Nest passes a stack before the context when it has one.
    this.write("error", message, rest.at(-1), rest.length > 1 ? rest[0] : undefined);
  }

  private write(level: "info" | "warn" | "error", message: unknown, context?: string, stack?: string): void {
    const fields = typeof message === "object" && message !== null ? message : { message: String(message) };
    this.pino[level]({ ...(context !== undefined && { context }), ...(stack !== undefined && { stack }), ...fields });
  }
}
