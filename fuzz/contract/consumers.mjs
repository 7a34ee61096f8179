import { classSnippets, constructorsOf, isHidden } from "./consumers/classes.mjs";
import { infersThroughIntersection } from "./consumers/inference.mjs";
import { isKeyed, signatureSnippets, takesComponents, textOfParameters } from "./consumers/signatures.mjs";
import { typeSnippets } from "./consumers/types.mjs";
import { isEndless } from "./endless.mjs";
import { freeze, frozenName, isPrivate } from "./frozen.mjs";
import { polaritiesOf } from "./polarity.mjs";
import { ts } from "./program.mjs";

/**
 * Everything that a consumer may do with a surface, as one file: a frozen copy of the declarations, and below it a function
 * for each use. `S` is the surface.
 * @returns {{ text: string, snippets: { kind: string, start: number, end: number, ignores: (error: string) => boolean }[] }}
 */
export function consumersOf(surface) {
  const uses = [];
  if (isEndless(surface)) return assemble(freeze(surface), uses);
  const polarity = polaritiesOf(surface);
  for (const [name, symbol] of surface.exports()) {
    // Modules and packages as a whole have no declaration of their own.
    if (!symbol.declarations?.every((one) => one.getSourceFile() === surface.file)) continue;
    const context = {
      surface,
      checker: surface.checker,
      add: (kind, text, only) => uses.push({ kind: `${kind} ${name}`, text, only }),
    };
    const callee = `S.${name}`;
    const frozen = frozenName(symbol);
    const component = isComponent(symbol, frozen, surface);
    for (const declaration of symbol.declarations) {
      if (ts.isFunctionDeclaration(declaration) && !component) signatureSnippets(context, callee, declaration);
      if (ts.isClassDeclaration(declaration)) classSnippets(context, callee, frozen, declaration);
      if (ts.isEnumDeclaration(declaration)) enumSnippets(context, callee, frozen, declaration, polarity(symbol));
      if (ts.isVariableDeclaration(declaration) && !component) variableSnippets(context, callee, frozen, declaration);
    }
    if (component) componentSnippets(context, callee, frozen, symbol);
    else if (isPassedOn(symbol, surface.checker)) {
      context.add("assign", passedOn(symbol, frozen, callee, surface.checker));
    }
    const isType =
      symbol.flags & (ts.SymbolFlags.Interface | ts.SymbolFlags.TypeAlias | ts.SymbolFlags.Class | ts.SymbolFlags.Enum);
    if (isType) typeSnippets(context, callee, frozen, symbol, polarity(symbol));
  }
  const ignored = [unmade(surface), unnamed(surface), branded(surface)];
  return assemble(freeze(surface), uses, (error) => ignored.some((is) => is(error)));
}

/**
 * Errors about every key of a map without an exported name, `Events[K]`: no consumer has a map of its own to compare with.
 * What each key gives is asked by calls.
 */
function unnamed(surface) {
  const exported = new Set([...surface.exports().values()].flatMap(({ declarations }) => declarations ?? []));
  const maps = surface.file.statements.filter(
    (one) => (ts.isInterfaceDeclaration(one) || ts.isTypeAliasDeclaration(one)) && !exported.has(one),
  );
  if (maps.length === 0) return () => false;
  const names = maps.map(({ name }) => name.text.replaceAll("$", "\\$")).join("|");
  const between = new RegExp(`Type '(${names})\\[[^\\]]+\\]' is not assignable to type '\\1\\[[^\\]]+\\]'`);
  // What is made of such a map for every key, `Handler<K>`, has no exported name either.
  const made = maps.filter((one) => one.typeParameters && isKeyed(one, surface.checker));
  const madeNames = made.map(({ name }) => name.text.replaceAll("$", "\\$")).join("|");
  const betweenMade = new RegExp(`Type '(${madeNames})<\\w+>' is not assignable to type '\\1<\\w+>'`);
  // Nor can anybody write down what the map is asked for every key, `Events[K] extends { … } ? … : …`.
  const betweenAsked = new RegExp(
    `Type '(${names})\\[[^\\]]+\\] extends .*' is not assignable to type '\\1\\[[^\\]]+\\] extends `,
  );
  return (error) => between.test(error) || betweenAsked.test(error) || (made.length > 0 && betweenMade.test(error));
}

/**
 * Errors about another literal in a brand, `number & { unit: "px" }`. Only the remote makes such values, and they fit what it takes
 * of the same version.
 */
function branded({ file, checker }) {
  const marks = file.statements.filter(ts.isTypeAliasDeclaration).flatMap(({ type }) => {
    const whole = checker.getTypeFromTypeNode(type);
    const parts = isBrand(whole) ? whole.types : [];
    const members = parts.filter((part) => part.flags & ts.TypeFlags.Object).flatMap((part) => part.getProperties());
    return members.filter((one) => checker.getTypeOfSymbol(one).flags & ts.TypeFlags.Unit).map(({ name }) => name);
  });
  if (marks.length === 0) return () => false;
  const names = marks.map((name) => name.replaceAll("$", "\\$")).join("|");
  const literal = `("[^"]*"|\\d+|true|false)`;
  const within = new RegExp(
    `Types of property '(${names})' are incompatible\\.\\n *Type '${literal}' is not assignable to type '${literal}'`,
  );
  return (error) => within.test(error);
}

/**
 * Errors about a value of a class that only the remote makes: the consumer's own copy stands for what comes from the surface
 * and goes back into it. Of two members that it lacks, the compiler prints no `import(`; that one of them is private says the
 * same, since the copy alone has none. No copy of a class with protected members is one of its subclasses.
 */
function unmade({ file }) {
  const classes = file.statements
    .filter((one) => ts.isClassDeclaration(one) && one.name)
    .filter((one) => isClosed(one) || (ts.getCombinedModifierFlags(one) & ts.ModifierFlags.Abstract) !== 0);
  if (classes.length === 0) return () => false;
  const listed = (names) => names.map((name) => name.replaceAll("$", "\\$")).join("|");
  const hidden = classes.flatMap(({ members }) =>
    members.filter(isPrivate).flatMap(({ name }) => name?.getText() ?? []),
  );
  const names = listed(classes.map(({ name }) => name.text));
  const lacking = new RegExp(`(is|are) missing (in|the following) .*'(${names})\\b[^]*import\\(`);
  const hiding = new RegExp(
    `missing the following .*'(${names})\\b.*: (.*, )?(${listed(["#\\w+", ...hidden])})(,|$)`,
    "m",
  );
  const alone = new RegExp(`Property '(${listed(hidden)})' is missing in type .* but required in type '(${names})\\b`);
  const shielded = classes.flatMap(({ members }) =>
    members.filter(isProtected).map(({ name }) => name?.getText() ?? ""),
  );
  const shielding = new RegExp(`Property '(${listed(shielded)})' is protected but type '(${names})\\b`);
  return (error) => [lacking, hiding, alone, shielding].some((one) => one.test(error));
}

function isProtected(member) {
  return (ts.getCombinedModifierFlags(member) & ts.ModifierFlags.Protected) !== 0;
}

function assemble(frozen, uses, isUnmade = () => false) {
  let text = `import * as S from "./surface";\n${frozen}\n`;
  const snippets = [];
  for (const { kind, text: body, only } of uses) {
    const start = text.length;
    text += `${body.replace("$f", `$f${snippets.length}`)}\n`;
    snippets.push({
      kind,
      start,
      end: text.length,
      ignores: (error) => isUnmade(error) || (only !== undefined && !only(error)),
    });
  }
  const whole = { kind: "import", start: 0, end: text.indexOf("\n"), ignores: (error) => !error.startsWith("TS2306 ") };
  return { text, snippets, whole };
}

function variableSnippets(context, callee, frozen, declaration) {
  const { checker } = context;
  if (!declaration.type) {
    // The value of a constant may change from version to version; its kind may not.
    const kind = checker.typeToString(checker.getBaseTypeOfLiteralType(checker.getTypeAtLocation(declaration)));
    return context.add("read", `{ const $q: ${kind} = ${callee}; }`);
  }
  context.add("read", `{ const $q: typeof ${frozen} = ${callee}; }`);
  const type = declaration.type;
  if (ts.isFunctionTypeNode(type)) signatureSnippets(context, callee, type);
  for (const property of propertiesOf(checker, checker.getTypeAtLocation(declaration))) {
    const key = JSON.stringify(property.name);
    context.add("read member", `{ const $q: (typeof ${frozen})[${key}] = ${callee}[${key}]; }`);
    const own = property.declarations?.find((one) => ts.isMethodSignature(one) || isFunctionProperty(one));
    if (own && ts.isTypeLiteralNode(type)) {
      signatureSnippets(context, `${callee}[${key}]`, ts.isMethodSignature(own) ? own : own.type);
    }
  }
}

function isFunctionProperty(one) {
  return ts.isPropertySignature(one) && one.type !== undefined && ts.isFunctionTypeNode(one.type) && !one.questionToken;
}

/** Whether a type is a primitive with members, which nobody reads: they only tell such values apart. */
export function isBrand(type) {
  const primitive = ts.TypeFlags.StringLike | ts.TypeFlags.NumberLike;
  return type.isIntersection() && type.types.some((part) => part.flags & primitive);
}

export function propertiesOf(checker, type) {
  if (!(type.flags & (ts.TypeFlags.Object | ts.TypeFlags.Intersection)) || checker.isArrayLikeType(type)) return [];
  const all = checker
    .getPropertiesOfType(type)
    .filter(
      (one) =>
        !one.name.startsWith("__") &&
        one.name !== "prototype" &&
        !one.declarations?.some(
          (declaration) =>
            ts.getCombinedModifierFlags(declaration) & (ts.ModifierFlags.Private | ts.ModifierFlags.Protected) ||
            (declaration.name && ts.isPrivateIdentifier(declaration.name)),
        ),
    );
  return all.length > 40 ? [] : all;
}

function enumSnippets(context, callee, frozen, declaration, polarity) {
  for (const { name } of declaration.members) {
    if (!ts.isIdentifier(name)) continue;
    context.add(
      "enum member",
      `{ const $q: ${callee} = ${callee}.${name.text}; const $r: ${callee}.${name.text} = $q as never; }`,
    );
  }
  if (polarity.has("out")) context.add("enum", `{ const $q: ${frozen} = null! as ${callee}; }`);
}

/** Functions and classes that consumers can give to something else as they are. */
function isPassedOn({ flags, declarations }, checker) {
  const isOne = (flags & (ts.SymbolFlags.Function | ts.SymbolFlags.Class)) !== 0;
  const isOut = (one) => isClosed(one) || isKeyed(one, checker) || takesComponents(one) || isClassComponent(one);
  return isOne && !declarations.some(isOut);
}

/** React calls the constructors of class components; consumers use them as JSX does. */
function isClassComponent(declaration) {
  const bases = ts.isClassDeclaration(declaration) ? (declaration.heritageClauses ?? []) : [];
  return bases.some((one) => one.token === ts.SyntaxKind.ExtendsKeyword && /\b(Pure)?Component\b/.test(one.getText()));
}

/** A generic one as it is or, where what is inferred for it says nothing, with its type arguments. */
function passedOn({ declarations }, frozen, callee, checker) {
  const generic = declarations.find((one) => one.typeParameters);
  if (!generic || !infersThroughIntersection(generic, checker)) return `{ const $q: typeof ${frozen} = ${callee}; }`;
  const args = `<${generic.typeParameters.map((one) => one.name.text).join(", ")}>`;
  return `function $f${textOfParameters(generic.typeParameters)}() { const $q: typeof ${frozen}${args} = ${callee}${args}; }`;
}

/** A class that consumers can neither make nor extend: its constructor is nothing that they could pass on. */
function isClosed(declaration) {
  return ts.isClassDeclaration(declaration) && constructorsOf(declaration).some(isHidden);
}

/** Types of components, and of what they return. */
export const RENDERED = /\b(React|JSX|ReactNode|ReactElement|Element|FC|\w*Component|\w*Exotic\w*)\b/;

/** Whether JSX is how consumers use a value. */
function isComponent(symbol, frozen, { file }) {
  const declaration = symbol.declarations?.[0];
  if (!/^[A-Z$]/.test(frozen) || !declaration) return false;
  const shown = ts.isFunctionDeclaration(declaration) ? declaration.type : declaration.type;
  const isValue = ts.isFunctionDeclaration(declaration) || ts.isVariableDeclaration(declaration);
  return isValue && shown !== undefined && RENDERED.test(shown.getText(file));
}

function componentSnippets(context, callee, frozen, symbol) {
  const { checker } = context;
  const type = checker.getTypeOfSymbol(symbol);
  const call = checker.getSignaturesOfType(type, ts.SignatureKind.Call)[0];
  if (!call || call.typeParameters || !call.parameters[0]) return;
  const props = `Parameters<typeof ${frozen}>[0]`;
  context.add("jsx", `{ const $q = <${callee} {...(null! as ${props})} />; }`);
  const all = propertiesOf(checker, checker.getTypeOfSymbol(call.parameters[0])).filter(
    ({ name }) => /^[A-Za-z]+$/.test(name) && name !== "children" && name !== "ref" && name !== "key",
  );
  const attribute = ({ name }) => `${name}={null! as ${props}["${name}"]}`;
  const required = all.filter((one) => !(one.flags & ts.SymbolFlags.Optional));
  if (all.length > 0) context.add("jsx all", `{ const $q = <${callee} ${all.map(attribute).join(" ")} />; }`);
  context.add("jsx required", `{ const $q = <${callee} ${required.map(attribute).join(" ")} />; }`);
}
