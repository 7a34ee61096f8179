import { messageOf, programOf } from "./program.mjs";

/**
 * What the compiler says: for each new surface whether it compiles at all, and which uses compile against the old one and
 * not against it.
 * @param {string} old
 * @param {{ text: string, snippets: object[] }} consumers
 * @param {string[]} news
 * @returns {{ errors: string[], broken: { kind: string, text: string, error: string }[] }[]}
 */
export function judge(old, consumers, news) {
  const texts = new Map();
  [old, ...news].forEach((text, at) => {
    texts.set(`/fuzz/${at}/surface.d.ts`, text);
    texts.set(`/fuzz/${at}/consumer.tsx`, consumers.text);
  });
  const program = programOf(texts);
  const failing = (at) => {
    const file = program.getSourceFile(`/fuzz/${at}/consumer.tsx`);
    const found = new Map();
    for (const one of [...program.getSyntacticDiagnostics(file), ...program.getSemanticDiagnostics(file)]) {
      // The import itself fails where nothing is exported any more.
      const snippet =
        consumers.snippets.find(({ start, end }) => one.start >= start && one.start < end) ?? consumers.whole;
      const error = messageOf(one);
      if (snippet.ignores(error)) continue;
      found.set(snippet, [...(found.get(snippet) ?? []), error]);
    }
    return found;
  };
  const before = failing(0);
  const results = news.map((_, index) => {
    const file = program.getSourceFile(`/fuzz/${index + 1}/surface.d.ts`);
    const errors = [...program.getSyntacticDiagnostics(file), ...program.getSemanticDiagnostics(file)].map(messageOf);
    if (errors.length > 0) return { errors, broken: [] };
    const broken = [];
    for (const [snippet, messages] of failing(index + 1)) {
      if (before.has(snippet)) continue;
      const text = consumers.text.slice(snippet.start, snippet.end).trim();
      broken.push({ kind: snippet.kind, text, error: messages[0] });
    }
    return { errors, broken };
  });
  return Object.assign(results, { uses: consumers.snippets.length - before.size, unused: before });
}
