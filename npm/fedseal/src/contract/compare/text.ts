import ts = require("typescript");

const MAX = 160;

/** A type as people write it. */
export function typeText(type: ts.Type, checker: ts.TypeChecker): string {
  return cut(wholeText(type, checker));
}

/** The same, however long it is. */
export function wholeText(type: ts.Type, checker: ts.TypeChecker): string {
  let text = texts.get(type);
  if (text === undefined) {
    const flags = ts.TypeFormatFlags.NoTruncation | ts.TypeFormatFlags.UseAliasDefinedOutsideCurrentScope;
    text = checker.typeToString(type, undefined, flags);
    texts.set(type, text);
  }
  return text;
}

/** Unions of large types are written out again and again. */
const texts = new WeakMap<ts.Type, string>();

export function signatureText(signature: ts.Signature, checker: ts.TypeChecker): string {
  const flags = ts.TypeFormatFlags.WriteArrowStyleSignature | ts.TypeFormatFlags.NoTruncation;
  return cut(checker.signatureToString(signature, undefined, flags));
}

function cut(text: string): string {
  // Paths of this machine are nobody's business.
  const words = text.replaceAll(/import\("[^"]*\/(?:node_modules\/)?([^"/]+)"\)\./g, "");
  return words.length > MAX ? `${words.slice(0, MAX)}…` : words;
}
