import { check } from "./case.mjs";
import { nodesOf, Surface, ts } from "./program.mjs";

const MAX_TRIES = 120;

/** Takes out of both surfaces whatever the failure does not need. */
export function shrink(failure) {
  let best = failure;
  let tries = 0;
  const steps = [withoutStatement, withoutMember, withoutParameter, withSimplerType];
  // What is gone lets more go.
  for (const step of [...steps, ...steps]) {
    for (let again = true; again && tries < MAX_TRIES; ) {
      again = false;
      for (const [old, now] of [...step(best)]) {
        if (tries++ >= MAX_TRIES) break;
        const next = failureOf(best, old, now);
        if (!next) continue;
        best = next;
        again = true;
        break;
      }
    }
  }
  return best;
}

/** The same kind of failure on smaller surfaces, or undefined. */
function failureOf({ kind, mutation, claim }, old, now) {
  if (old === now) return undefined;
  const base = new Surface(old);
  if (base.errors().length > 0 || base.exports().size === 0) return undefined;
  const { failures } = check(base, [{ name: mutation, claim, text: now }]);
  return failures.find((one) => one.kind === kind);
}

/** Edits of what stands outside of the difference, done on both sides. */
function* onBoth({ old, now }, nodes, text) {
  let from = 0;
  while (from < old.length && old[from] === now[from]) from++;
  let tail = 0;
  while (tail < Math.min(old.length, now.length) - from && old.at(-1 - tail) === now.at(-1 - tail)) tail++;
  for (const node of nodes) {
    const [start, end] = [node.getFullStart(), node.end];
    const shift = end <= from ? 0 : start >= old.length - tail ? now.length - old.length : undefined;
    if (shift === undefined) continue;
    const by = text(node);
    yield [old.slice(0, start) + by + old.slice(end), now.slice(0, start + shift) + by + now.slice(end + shift)];
  }
}

const parse = (text) => ts.createSourceFile("surface.d.ts", text, ts.ScriptTarget.ESNext, true);

function withoutStatement(failure) {
  const statements = [...parse(failure.old).statements].reverse();
  return onBoth(
    failure,
    statements.filter((one) => !ts.isExportDeclaration(one)),
    () => "",
  );
}

function withoutMember(failure) {
  const members = [...nodesOf(parse(failure.old))].filter(
    (one) => ts.isTypeElement(one) || ts.isClassElement(one) || ts.isEnumMember(one),
  );
  return onBoth(failure, members, () => "");
}

function* withoutParameter(failure) {
  for (const node of nodesOf(parse(failure.old))) {
    if (!node.parameters?.length) continue;
    const list = { getFullStart: () => node.parameters.pos, end: node.parameters.end };
    yield* onBoth(failure, [list], () => "");
  }
}

function withSimplerType(failure) {
  const types = [...nodesOf(parse(failure.old))].filter(
    (one) =>
      ts.isTypeNode(one) &&
      one.getText().length > 6 &&
      !ts.isExpressionWithTypeArguments(one) &&
      !ts.isTypePredicateNode(one),
  );
  return onBoth(failure, types, () => " string");
}
