import type ts from "typescript";

/** More takes longer to parse than anybody waits for a reason. */
const LARGEST = 4 * 1024 * 1024;

/**
 * How two scripts are the same code, where they are: only white space and comments differ, or names of variables as well, as
 * after another run of a minifier. Undefined where they differ in anything else, or are not scripts.
 */
export async function sameCode(before: Buffer, after: Buffer): Promise<"layout" | "names" | undefined> {
  if (before.length > LARGEST || after.length > LARGEST) return undefined;
  const { default: typescript } = await import("typescript");
  const [old, now] = [before, after].map((bytes) => tokensOf(typescript, bytes.toString("utf8")));
  if (!old || !now || old.length !== now.length || old.length === 0) return undefined;
  if (old.every((token, index) => token.text === now[index]?.text)) return "layout";
  return hasOtherNames(old, now) ? "names" : undefined;
}

interface Token {
  text: string;
  isName: boolean;
}

/** The tokens of a script; undefined where it is not one. */
function tokensOf(typescript: typeof ts, text: string): Token[] | undefined {
  const source = typescript.createSourceFile(
    "a.js",
    text,
    typescript.ScriptTarget.Latest,
    true,
    typescript.ScriptKind.JS,
  );
  const { parseDiagnostics = [] } = source as { parseDiagnostics?: readonly unknown[] };
  if (parseDiagnostics.length > 0) return undefined;
  const tokens: Token[] = [];
  const declared = new Set<string>();
  const nodes: ts.Node[] = [source];
  // Not by recursion: bundles nest deeply.
  for (let node = nodes.pop(); node; node = nodes.pop()) {
    const children = node.getChildren(source);
    if (children.length > 0) {
      for (let index = children.length - 1; index >= 0; index--) {
        const child = children[index];
        if (child && child.kind !== typescript.SyntaxKind.JSDoc) nodes.push(child);
      }
      continue;
    }
    const own = node.getText(source);
    // A semicolon before the end of a line or a block is layout.
    if (own === "" || own === ";") continue;
    if (typescript.isIdentifier(node) && !isProperty(typescript, node) && isDeclared(node)) declared.add(own);
    tokens.push({ text: own, isName: typescript.isIdentifier(node) && !isProperty(typescript, node) });
  }
  // A name that the script does not declare is somebody else's.
  return tokens.map((one) => ({ ...one, isName: one.isName && declared.has(one.text) }));
}

/** Whether a name is declared here: a variable, a parameter, a function, a class, an import. */
function isDeclared(node: ts.Identifier): boolean {
  return (node.parent as { name?: ts.Node }).name === node;
}

/** Names of properties are what a script shares with others: no minifier changes them on its own. */
function isProperty(typescript: typeof ts, node: ts.Identifier): boolean {
  const { parent } = node;
  if (typescript.isPropertyAccessExpression(parent)) return parent.name === node;
  return (typescript.isPropertyAssignment(parent) || typescript.isMethodDeclaration(parent)) && parent.name === node;
}

/** Whether two lists are the same but for names, each of which stands for one name of the other list. */
function hasOtherNames(old: readonly Token[], now: readonly Token[]): boolean {
  const to = new Map<string, string>();
  const from = new Map<string, string>();
  return old.every(({ text, isName }, index) => {
    const other = now[index];
    if (!other || isName !== other.isName) return false;
    if (!isName) return text === other.text;
    const known = to.get(text) ?? other.text;
    const back = from.get(other.text) ?? text;
    to.set(text, known);
    from.set(other.text, back);
    return known === other.text && back === text;
  });
}
