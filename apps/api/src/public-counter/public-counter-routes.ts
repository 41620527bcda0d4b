import { documentLocale } from "@abwab/contract";
import type { NestFastifyApplication } from "@nestjs/platform-fastify";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { problemOf, sendProblem } from "../platform/problem-filter.ts";
import { PublicCounterService } from "./public-counter.service.ts";
import { WIDGET_LOADER } from "./widget-loader.ts";
import { WIDGET_POLICY, widgetPage, widgetTheme } from "./widget-page.ts";

/** What stands between us and the readers may keep it a second, and a minute while we can't be reached. */
const COUNTER_CACHE = "public, max-age=1, stale-while-revalidate=5, stale-if-error=60";
const WIDGET_CACHE = "public, max-age=300";
/** Any page may read the totals; `date` and `age` say how old they are. */
const OPEN_TO_ALL = {
  "access-control-allow-origin": "*",
  "access-control-expose-headers": "age, date, etag",
  "cross-origin-resource-policy": "cross-origin",
};
const DATA_POLICY = "default-src 'none';frame-ancestors 'none'";

interface CounterRequest {
  Params: { edition: string };
  Querystring: { lang?: unknown; theme?: unknown };
}

/** `/public/…`: the counter for everybody. Beside Nest's routing, which would take most of such a request's time. */
export function registerPublicCounter(fastify: FastifyInstance, nest: NestFastifyApplication): void {
  const counter = nest.get(PublicCounterService);
  fastify.get("/public/widget.js", (_, reply) =>
    reply
      .headers({ ...OPEN_TO_ALL, "cache-control": WIDGET_CACHE })
      .type("text/javascript; charset=utf-8")
      .send(WIDGET_LOADER),
  );
  fastify.get<CounterRequest>("/public/:edition", async (request, reply) => {
    void reply.headers({ ...OPEN_TO_ALL, "content-security-policy": DATA_POLICY });
    const answer = await answerOrProblem(counter, request, reply);
    if (answer === undefined) return reply;
    void reply.headers({ "cache-control": COUNTER_CACHE, etag: answer.etag });
    if (isKnown(request.headers["if-none-match"], answer.etag)) return reply.status(304).send();
    return reply.type("application/json; charset=utf-8").send(answer.body);
  });
  fastify.options("/public/:edition", (_, reply) =>
    reply
      .headers({
        ...OPEN_TO_ALL,
        "access-control-allow-methods": "GET, HEAD",
        "access-control-allow-headers": "if-none-match",
        "access-control-max-age": "86400",
      })
      .status(204)
      .send(),
  );
  fastify.get<CounterRequest>("/public/:edition/widget", async (request, reply) => {
    if ((await answerOrProblem(counter, request, reply)) === undefined) return reply;
    const { lang, theme } = request.query;
    const page = widgetPage(
      request.params.edition,
      documentLocale.catch("ar").parse(lang),
      widgetTheme.catch("auto").parse(theme),
    );
    // Nothing else of ours may be framed.
    void reply.removeHeader("x-frame-options");
    return reply
      .headers({
        "cache-control": WIDGET_CACHE,
        "content-security-policy": WIDGET_POLICY,
        "cross-origin-resource-policy": "cross-origin",
      })
      .type("text/html; charset=utf-8")
      .send(page);
  });
}

async function answerOrProblem(
  counter: PublicCounterService,
  request: FastifyRequest<CounterRequest>,
  reply: FastifyReply,
) {
  try {
    return await counter.answer(request.params.edition);
  } catch (error) {
    // It may be switched on a moment later.
    void reply.header("cache-control", "no-store");
    sendProblem(reply, problemOf(error, request));
    return undefined;
  }
}

/** RFC 9110: a list of tags, weak or not, or any. */
function isKnown(header: string | undefined, etag: string): boolean {
  if (header === undefined) return false;
  return header.split(",").some((tag) => ["*", etag, `W/${etag}`].includes(tag.trim()));
}
