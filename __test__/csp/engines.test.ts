import { type CspRequest, readCsp, testCsp } from "@fedseal/binding";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { ENGINES, launch } from "../tamper/browser.ts";
import type { Engine } from "../tamper/engine.ts";
import { type Attempt, INLINE, judge, Pages } from "./judge.ts";
import { cases } from "./visits.ts";

/** Browsers judge the gate: what it says is blocked is blocked, what it says passes passes. */

const pages = await new Pages().start();
const others = await new Pages().start();
afterAll(async () => {
  await pages.stop();
  await others.stop();
});

const CASES = cases(pages.origin, others.origin);
const DIRECTIVES: Record<Attempt["kind"], string> = {
  script: "script-src",
  inline: "script-src",
  eval: "script-src",
  wasm: "script-src",
  style: "style-src",
  img: "img-src",
  font: "font-src",
  connect: "connect-src",
  websocket: "connect-src",
  worker: "worker-src",
  frame: "frame-src",
};

function requestOf({ kind, url = "", nonce, integrity, parserInserted = false }: Attempt): CspRequest {
  const directive = DIRECTIVES[kind];
  if (kind === "eval" || kind === "wasm") return { directive, [kind]: true };
  if (kind === "inline") return { directive, inline: INLINE, parserInserted, ...(nonce && { nonce }) };
  const [, target] = /\/to\?(.*)/.exec(url) ?? [];
  const reached = target === undefined ? url : decodeURIComponent(target);
  return {
    directive,
    url: reached,
    parserInserted,
    redirected: target !== undefined,
    ...(nonce && { nonce }),
    ...(integrity && { integrity }),
  };
}

test("there are enough policies to judge by", () => {
  expect(CASES.length).toBeGreaterThan(50);
});

describe.each(ENGINES)("%s", (name) => {
  let engine: Engine;
  beforeAll(async () => {
    engine = await launch(name);
  });
  afterAll(() => engine?.close());

  test.each(CASES)("$title", async ({ differ = [], ...visit }) => {
    const { policies = [], reportOnly = [], meta = [], attempts } = visit;
    const texts = [
      ...policies.map((text) => ({ text })),
      ...reportOnly.map((text) => ({ text, reportOnly: true })),
      ...meta.map((text) => ({ text, meta: true })),
    ];
    const page = pages.add(visit);
    const { answers, error } = testCsp(texts, page, attempts.map(requestOf));
    expect(error).toBeUndefined();
    const judged = await judge(engine, page, visit);
    const line = (blocked: boolean | undefined, index: number) => {
      const { kind, url = "" } = attempts[index] as Attempt;
      return `${kind} ${url}: ${blocked ? "blocked" : "allowed"}`;
    };
    const said = answers.map(({ allowed }, index) => {
      // Measured: the engine does something else than the specification. The day it does not, this fails.
      const isOther = differ.some((one) => one.engine === name && one.attempt === index);
      return line(isOther ? allowed : !allowed, index);
    });
    expect(said).toEqual(judged.map(({ blocked }, index) => line(blocked, index)));
    for (const [index, { reported }] of answers.entries())
      expect(judged[index]?.reported.length ?? 0).toBe(reported ? 1 : 0);
    // Where the engines differ and the specification allows it, the gate says so, or that the policy is wrong.
    const wrong = texts.flatMap((text) => readCsp(text).issues);
    for (const { attempt } of differ) {
      const { allowed, disputed } = answers[attempt] ?? {};
      expect(!allowed || disputed !== undefined || wrong.length > 0).toBe(true);
    }
  });
});
