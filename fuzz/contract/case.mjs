import { consumersOf } from "./consumers.mjs";
import { verdictOf } from "./engine.mjs";
import { joined, mutate } from "./mutations/index.mjs";
import { judge } from "./oracle.mjs";
import { Surface } from "./program.mjs";
import { Random } from "./random.mjs";
import { surface as pickSurface } from "./surfaces.mjs";

/** Mutations of one base. They share its consumers and one program. */
const MUTANTS = 10;

/**
 * One base and its mutants, all of them from one seed.
 * @returns {{ origin: string, old: string, mutants: object[], failures: object[], uses: number }}
 */
export function runCase(seed, { kinds, phase = () => {} } = {}) {
  const random = new Random(String(seed));
  const { origin, base } = pickBase(random);
  const mutants = [];
  for (let at = 0; at < MUTANTS; at++) {
    const found = mutantOf(base, random, kinds);
    // Two mutations may undo each other.
    const isNew = found && found.text !== base.text && !mutants.some(({ text }) => text === found.text);
    if (isNew) mutants.push(found);
  }
  return { origin, old: base.text, ...check(base, mutants, phase) };
}

function pickBase(random) {
  for (;;) {
    const { origin, text } = pickSurface(random);
    let base = new Surface(text);
    if (base.errors().length > 0 || base.exports().size === 0 || /declare (module|global)/.test(text)) continue;
    // Mutated bases are unlike anything that somebody wrote.
    for (let at = random.below(3); at > 0; at--) {
      const next = mutate(base, random);
      const other = next && new Surface(next.text);
      if (other && other.errors().length === 0) base = other;
    }
    if (base.exports().size > 0) return { origin, base };
  }
}

function mutantOf(base, random, kinds) {
  const first = mutate(base, random, kinds);
  if (!first || !random.chance(0.15)) return first;
  const middle = new Surface(first.text);
  const second = middle.errors().length === 0 ? mutate(middle, random, kinds) : undefined;
  if (!second) return first;
  return { name: `${first.name}, ${second.name}`, claim: joined(first.claim, second.claim), text: second.text };
}

/** Asks the compiler and the engine about each mutant. */
export function check(base, mutants, phase = () => {}) {
  phase("compiler");
  const consumers = consumersOf(base);
  const judged = judge(
    base.text,
    consumers,
    mutants.map(({ text }) => text),
  );
  phase("engine");
  const failures = [];
  const own = verdictOf(base.text, base.text);
  if (own.bump !== "none" || own.undecided.length > 0) {
    failures.push({ kind: "differs from itself", mutation: "-", old: base.text, now: base.text, verdict: own });
  }
  const done = [];
  mutants.forEach((mutant, at) => {
    const { errors, broken } = judged[at];
    if (errors.length > 0) return;
    const verdict = verdictOf(base.text, mutant.text);
    done.push({ ...mutant, broken, verdict });
    for (const { kind, reason } of faultsOf(base, mutant, broken, verdict)) {
      failures.push({
        kind,
        reason,
        mutation: mutant.name,
        claim: mutant.claim,
        old: base.text,
        now: mutant.text,
        broken,
        verdict,
      });
    }
  });
  return { mutants: done, failures, uses: judged.uses, discarded: mutants.length - done.length };
}

function faultsOf(base, mutant, broken, verdict) {
  if (verdict.crash) return [{ kind: "crash" }];
  if (verdict.undecided.length > 0) return [{ kind: "undecided" }];
  const found = [];
  if (broken.length > 0 && verdict.bump !== "major") found.push({ kind: "missed", reason: broken[0].error });
  if (broken.length === 0) {
    if (mutant.claim === "equal" && verdict.bump !== "patch" && verdict.bump !== "none")
      found.push({ kind: "false alarm" });
    if (mutant.claim === "addition" && verdict.bump === "major") found.push({ kind: "false major" });
  }
  if (verdict.bump === "none") found.push({ kind: "another text is none" });
  if (verdict.bump === "patch") {
    const back = verdictOf(mutant.text, base.text);
    if (back.bump !== "patch" && !back.findings.every(isOneWay))
      found.push({ kind: "patch, but not back", reason: back.findings[0]?.message });
  }
  return found;
}

/**
 * An object type fits `Record<string, unknown>` and an interface does not; nothing needs it to be an interface. Parameters of
 * methods are checked less strictly than those of properties.
 */
function isOneWay({ rule }) {
  return /^contract\/(export-kind-changed|interface-became-alias|member-form)$/.test(rule);
}
