// 10,000 questions to policies: as a check asks them, one policy of 60 sources after the other, and one call per question. The
// last row reads the policies and asks nothing: the difference is the matching.
import { readCsp, testCsp } from "@fedseal/binding";
import { interleave, stopwatch } from "./measure.mjs";

const PAGE = "https://app.example.com/";

const VARIANTS = [
  { name: "a call per question", run: perQuestion },
  { name: "a call per policy", run: perPolicy },
  { name: "reading the policies only", run: readOnly },
];

/** One table. */
export async function matching({ scale, rounds }) {
  const questions = questionsOf(Math.max(100, Math.round(10_000 * scale)));
  const count = [...questions.values()].flat().length;
  const measure = ({ run }) => {
    const stop = stopwatch();
    run(questions);
    return stop();
  };
  // Once without counting.
  for (const variant of VARIANTS) measure(variant);
  const rows = await interleave("Matching policies", VARIANTS, rounds, measure);
  const note = `${count.toLocaleString("en")} URLs against ${questions.size} policies of 60 sources; one of three is allowed.`;
  return [{ heading: "Matching policies", note, rows }];
}

/** Policy → what is asked about it. */
function questionsOf(count) {
  const questions = new Map();
  const policies = 10;
  for (let policy = 0; policy < policies; policy++) {
    const sources = Array.from({ length: 60 }, (_, index) => `https://cdn-${policy}-${index}.example.com/app/`);
    const urls = Array.from({ length: count / policies }, (_, index) => {
      const host = `cdn-${policy}-${index % 60}.example.com`;
      return index % 3 === 0 ? `https://${host}/app/chunk-${index}.js` : `https://${host}/other/chunk-${index}.js`;
    });
    questions.set(`default-src 'none'; script-src 'self' ${sources.join(" ")}`, urls);
  }
  return questions;
}

function perPolicy(questions) {
  for (const [text, urls] of questions) ask(text, urls);
}

function perQuestion(questions) {
  for (const [text, urls] of questions) for (const url of urls) ask(text, [url]);
}

function readOnly(questions) {
  for (const text of questions.keys()) {
    const { policies } = readCsp({ text });
    if (policies.length !== 1) throw new Error("a policy was not read");
  }
}

function ask(text, urls) {
  const requests = urls.map((url) => ({ directive: "script-src", url }));
  const { answers, error } = testCsp([{ text }], PAGE, requests);
  if (error !== undefined || answers.length !== urls.length) throw new Error(`the policies were not asked: ${error}`);
}
