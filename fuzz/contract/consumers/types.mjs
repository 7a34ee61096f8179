import { isBrand, propertiesOf, RENDERED } from "../consumers.mjs";
import { expressionsOf } from "../expressions.mjs";
import { ts } from "../program.mjs";
import { keysOf, notInferred, signatureSnippets, textOfParameters } from "./signatures.mjs";

/** Uses of an exported type, by who makes its values. */
export function typeSnippets(context, name, frozen, symbol, polarity) {
  const { checker, add } = context;
  const declaration = symbol.declarations.find(
    (one) => !ts.isVariableDeclaration(one) && !ts.isFunctionDeclaration(one),
  );
  const parameters = declaration.typeParameters ?? [];
  const head = textOfParameters(parameters);
  const args = parameters.length > 0 ? `<${parameters.map((one) => one.name.text).join(", ")}>` : "";
  const [theirs, ours] = [`${name}${args}`, `${frozen}${args}`];
  add("name", `function $f${head}() { let $v: ${theirs} | undefined; }`);
  const isShort = parameters.some((one) => one.default);
  if (isShort) {
    const needed = parameters.filter((one) => !one.default);
    const few = needed.length > 0 ? `<${needed.map((one) => one.name.text).join(", ")}>` : "";
    const read = polarity.has("out") ? `const $q: ${frozen}${few} = $o;` : "";
    add("name short", `function $f${textOfParameters(needed)}($o: ${name}${few}) { ${read} }`);
  }
  const isOwn = !(symbol.flags & (ts.SymbolFlags.Class | ts.SymbolFlags.Enum));
  if (parameters.length > 0) concrete(context, name, frozen, parameters, { polarity, isOwn });
  // Of two of these, nothing can be said for every argument; consumers name theirs.
  if (parameters.length > 0 && /\b(Omit|Exclude|Extract)</.test(declaration.getText())) return;
  const type = checker.getDeclaredTypeOfSymbol(symbol);
  // `{ 0: …; 1: … }[N]`: the compiler compares the objects, and consumers only have what is read from them.
  if (parameters.length > 0 && type.flags & ts.TypeFlags.IndexedAccess) return;
  if (ts.isInterfaceDeclaration(declaration)) {
    add("extend", `{ interface $I${head} extends ${theirs} {} }`);
  }
  if (polarity.has("out")) given(context, { head, theirs, ours, type, symbol, parameters });
  if (polarity.has("in") && isOwn) {
    made(context, { head, theirs, ours, type, symbol });
  }
}

/** A generic type with arguments as consumers name them: keys, or something that has members. */
function concrete({ add, checker }, name, frozen, parameters, { polarity, isOwn }) {
  const keys = parameters.map((one) => keysOf(one, checker));
  const count = Math.max(...keys.map((one) => one?.length ?? 1));
  for (let at = 0; at < count; at++) {
    const args = `<${keys.map((one) => one?.[at % one.length] ?? "{ a: string }").join(", ")}>`;
    const [theirs, ours] = [`${name}${args}`, `${frozen}${args}`];
    if (polarity.has("out")) {
      add("given concrete", `function $f($o: ${theirs}) { const $q: ${ours} = $o; }`);
      const write = `function $f($o: ${theirs}) { $o["a"] = null! as ${ours}["a"]; }`;
      add("given concrete, written", write, (error) => error.startsWith("TS2540 "));
    }
    if (polarity.has("in") && isOwn) add("made concrete", `{ const $q: ${theirs} = null! as ${ours}; }`);
  }
}

/** Values that the remote gives. */
function given(context, { head, theirs, ours, type, symbol, parameters }) {
  const { checker, add } = context;
  add("given", `function $f${head}($o: ${theirs}) { const $q: ${ours} = $o; }`);
  for (const property of isBrand(type) ? [] : propertiesOf(checker, type)) {
    const key = JSON.stringify(property.name);
    add("given member", `function $f${head}($o: ${theirs}) { const $q: ${ours}[${key}] = $o[${key}]; }`);
    // Only whether it can be written; of what, the documents leave open.
    const write = `function $f${head}($o: ${theirs}) { $o[${key}] = null! as ${ours}[${key}]; }`;
    add("given written", write, (error) => error.startsWith("TS2540 "));
    for (const method of property.declarations ?? []) {
      const isMethod = ts.isMethodSignature(method) || ts.isMethodDeclaration(method);
      const signature = isMethod
        ? method
        : ts.isPropertySignature(method) && method.type && ts.isFunctionTypeNode(method.type)
          ? method.type
          : undefined;
      const isOwn = symbol.declarations.includes(method.parent) || method.parent?.parent === symbol.declarations[0];
      if (!signature || !isOwn || /\bthis\b/.test(signature.getText())) continue;
      // `Menu.Item`: rendered, and not called.
      if (isRendered(property.name, signature)) {
        const props = signature.parameters.length > 0 ? ` {...(null! as Parameters<${ours}[${key}]>[0])}` : "";
        add("jsx member", `function $f${head}($o: ${theirs}) { const $q = <$o.${property.name}${props} />; }`);
        continue;
      }
      const bang = property.flags & ts.SymbolFlags.Optional ? "!" : "";
      signatureSnippets(context, `$o[${key}]${bang}`, signature, parameters, `$o: ${theirs}`);
    }
  }
  for (const part of type.isUnion() ? type.types : []) {
    if (!(part.flags & ts.TypeFlags.Object)) continue;
    const names = new Set(propertiesOf(checker, part).map(({ name }) => name));
    for (const one of names) {
      const key = JSON.stringify(one);
      const body = `if (${key} in $o) { const $q: Extract<${ours}, { ${key}?: unknown }>[${key}] = $o[${key}]; }`;
      // A part that no longer comes leaves `unknown`, in code that is never reached.
      add(
        "given part",
        `function $f${head}($o: ${theirs}) { ${body} }`,
        (error) => !error.startsWith("TS2322 Type 'unknown'"),
      );
    }
  }
}

/** Whether a member is a component: calls of these are nobody's, as the guide says. */
function isRendered(name, { type }) {
  return /^[A-Z]\w*$/.test(name) && type !== undefined && RENDERED.test(type.getText());
}

/** Values that consumers make. */
function made(context, { head, theirs, ours, type, symbol }) {
  const { checker, add } = context;
  for (const { text, inferred } of expressionsOf(ours, type, checker)) {
    add("made", `function $f${head}() { const $q: ${theirs} = ${text}; }`, inferred ? notInferred : undefined);
  }
  const declaration = symbol.declarations[0];
  if (!ts.isInterfaceDeclaration(declaration) || head.includes("this")) return;
  const members = propertiesOf(checker, type);
  if (members.length === 0) return;
  const body = members.map((one) => {
    const key = JSON.stringify(one.name);
    const optional = one.flags & ts.SymbolFlags.Optional ? "?" : "";
    const isMethod = one.flags & ts.SymbolFlags.Method && !optional;
    if (isMethod) return `${key}(...$a: Parameters<${ours}[${key}]>): ReturnType<${ours}[${key}]> { return null!; }`;
    return `${key}${optional || "!"}: ${ours}[${key}];`;
  });
  add("implement", `{ class $C${head} implements ${theirs} { ${body.join(" ")} } }`);
}
