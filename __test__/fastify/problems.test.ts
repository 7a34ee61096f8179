import { frameworkErrors, Problem, problems } from "@fedseal/fastify";
import Fastify from "fastify";
import { describe, expect, test } from "vitest";

/** `problems`: every error is a problem document (RFC 9457), and tells clients what is for them. */

async function thrown(error: unknown) {
  const lines: string[] = [];
  const server = Fastify({ frameworkErrors, logger: { stream: { write: (line: string) => void lines.push(line) } } });
  await server.register(problems);
  server.get("/it", async () => {
    throw error;
  });
  server.post("/it", { schema: { body: { type: "object", required: ["a"] } } }, async () => ({}));
  return { server, lines, answer: await server.inject("/it") };
}

describe("what is thrown by accident", () => {
  test.each<[string, unknown]>([
    ["an error", new Error("password of the database")],
    [
      "an error of an HTTP client, with another server's status",
      Object.assign(new Error("secret"), { statusCode: 404 }),
    ],
    ["the same of a server error", Object.assign(new Error("secret"), { statusCode: 503 })],
    ["a status that is none", Object.assign(new Error("secret"), { statusCode: "418" })],
    ["a code that is a number", Object.assign(new Error("secret"), { statusCode: 404, code: 42 })],
    ["a text", "secret"],
    ["null", null],
    ["nothing", undefined],
    [
      "a problem of a status that is no error",
      (() => {
        try {
          return new Problem("ERR_FEDSEAL_REQUEST", 200, "fine");
        } catch (error) {
          return error;
        }
      })(),
    ],
  ])("%s is logged, and no client sees it", async (_, error) => {
    const { answer, lines } = await thrown(error);
    expect(answer.json()).toEqual({
      type: "about:blank",
      title: "Internal Server Error",
      status: 500,
      detail: "The server failed; its log has the reason.",
      code: "ERR_FEDSEAL_INTERNAL",
    });
    expect(answer.statusCode).toBe(500);
    expect(lines.join("\n")).toContain('"level":50');
  });
});

describe("what is for the client", () => {
  test("a problem, what a handler made for it, and what Fastify refuses", async () => {
    const own = new Problem("ERR_FEDSEAL_REQUEST", 409, "It is taken.", { headers: { "x-why": "taken" } });
    const { answer } = await thrown(own);
    expect([answer.statusCode, answer.headers["x-why"], answer.json().detail]).toEqual([409, "taken", "It is taken."]);
    const exposed = Object.assign(new Error("It is gone."), { statusCode: 410, expose: true });
    expect((await thrown(exposed)).answer.json()).toMatchObject({ status: 410, detail: "It is gone." });
    const { server } = await thrown(own);
    const wrong = await server.inject({ method: "POST", url: "/it", payload: {} });
    expect(wrong.json()).toMatchObject({ status: 400, code: "ERR_FEDSEAL_REQUEST" });
  });

  test.each(["/%", "/%c0%af", "/it%"])("%s, which is refused before there is a route", async (url) => {
    const { server } = await thrown(new Error("x"));
    const { statusCode, headers, json } = await server.inject(url);
    expect([statusCode, headers["cache-control"]]).toEqual([400, "private, no-store"]);
    expect(headers["content-type"]).toMatch(/^application\/problem\+json/);
    expect(json()).toMatchObject({ status: 400, code: "ERR_FEDSEAL_REQUEST" });
  });
});
