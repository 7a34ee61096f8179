import { propertiesOf } from "../consumers.mjs";
import { expressionsOf } from "../expressions.mjs";
import { ts } from "../program.mjs";
import { infersThroughIntersection } from "./inference.mjs";

/**
 * Calls of one signature: all arguments, the required ones, type arguments written out, each argument as a literal, and
 * what comes back, whole and by member. `around` are the type parameters of what the signature is a member of.
 */
export function signatureSnippets(context, callee, node, around = [], receiver = "") {
  const { checker, add } = context;
  const parameters = node.parameters.filter(({ name }) => name.getText() !== "this");
  // Whoever wants a receiver is called as a method of it; that is another use.
  if (parameters.length < node.parameters.length) return;
  // The type of a component in general is read in both directions; consumers pass one component.
  if (takesComponents(node)) return;
  const own = node.typeParameters ?? [];
  const head = textOfParameters([...around, ...own]);
  const texts = parameters.map((one) => (one.type ? one.type.getText() : "any"));
  const isOptional = (one) => one.questionToken !== undefined || one.dotDotDotToken !== undefined;
  const argument = (one, at) => (one.dotDotDotToken ? `...$${at}` : `$${at}`);
  const signature = (list) =>
    [
      ...(receiver ? [receiver] : []),
      ...list.map((one, at) => {
        const type = one.questionToken ? `(${texts[at]}) | undefined` : texts[at];
        return one.dotDotDotToken ? `...$${at}: ${texts[at]}` : `$${at}: ${type}`;
      }),
    ].join(", ");
  const call = (list, typeArguments = "") => `${callee}${typeArguments}(${list.map(argument).join(", ")})`;
  const required = parameters.filter((one) => !isOptional(one));
  const result = resultOf(node, callee, checker);
  const explicit = own.length > 0 ? `<${own.map(({ name }) => name.text).join(", ")}>` : "";
  const isInferred = own.length > 0 && infersThroughIntersection(node, checker);
  const use = (expression) => (result ? `const $r: (${result}) = ${expression};` : `${expression};`);
  if (own.length > 0 && around.length === 0) {
    const calls = isInferred ? [call(parameters, explicit)] : [call(parameters), call(parameters, explicit)];
    const named = takesMapped(parameters, checker) ? call(parameters, explicit) : undefined;
    concrete(context, { calls, named }, signature(parameters), own, result);
    if (!isInferred) inferred(context, call(parameters), signature(parameters), own, result);
  }
  if (isKeyed(node, checker)) return;
  if (!isInferred) add("call", `function $f${head}(${signature(parameters)}) { ${use(call(parameters))} }`);
  if (required.length < parameters.length) {
    const few = call(required, isInferred ? explicit : "");
    add("call required", `function $f${head}(${signature(required)}) { ${use(few)} }`);
  }
  if (explicit) {
    add("call explicit", `function $f${head}(${signature(parameters)}) { ${use(call(parameters, explicit))} }`);
  }
  guard(context, callee, node, head);
  if (result) {
    const returned = checker.getTypeFromTypeNode(node.type ?? node);
    for (const { name } of propertiesOf(checker, returned)) {
      const key = JSON.stringify(name);
      const body = `const $q: (${result})[${key}] = ${call(parameters, explicit)}[${key}];`;
      add("result member", `function $f${head}(${signature(parameters)}) { ${body} }`);
    }
  }
  parameters.forEach((one, at) => {
    if (!one.type || one.dotDotDotToken) return;
    for (const { text, inferred } of expressionsOf(texts[at], checker.getTypeFromTypeNode(one.type), checker).slice(
      1,
    )) {
      const list = parameters.slice(0, Math.max(at + 1, required.length));
      const values = list.map((other, index) => (index === at ? text : argument(other, index)));
      const body = use(`${callee}${explicit}(${values.join(", ")})`);
      // The type of a parameter without an annotation may come from another member of a union of callbacks.
      add("call literal", `function $f${head}(${signature(list)}) { ${body} }`, inferred ? notInferred : undefined);
    }
  });
}

/**
 * Type arguments that consumers give, by name and by value. A name in an inner scope stands for what is written there. `named`
 * is the call of a function that takes a mapped type, `Partial<T>`: from a `Partial<"a" | "b">`, TypeScript infers by nothing
 * but its name.
 */
function concrete({ add, checker }, { calls, named }, signature, own, result) {
  const keys = own.flatMap((one) => keysOf(one, checker) ?? []);
  for (const type of keys.length > 0 ? keys : ["string", "{ a: string }", WORDS]) {
    const given = (one) => {
      if (keysOf(one, checker)) return type;
      return one.constraint && type !== "string" ? one.constraint.getText() : type;
    };
    const names = own.map((one) => `type ${one.name.text} = ${given(one)};`);
    const body = (call) => (result ? `const $r: (${result}) = ${call};` : `${call};`);
    const isWords = type === WORDS && keys.length === 0;
    for (const call of isWords && named ? [named] : calls) {
      add("call concrete", `{ ${names.join(" ")} function $f(${signature}) { ${body(call)} } }`, notVoid);
    }
  }
}

/** Nobody uses a result of `void`, also where a conditional type says so for one key. */
const notVoid = (error) => !/^TS2322 Type '.*' is not assignable to type 'void'\.(\n|$)/.test(error);

/** What calls infer from their arguments alone: the place that takes the result says nothing. */
function inferred({ add, checker }, call, signature, own, result) {
  // What no argument says is the constraint, which may get wider.
  const isSaid = ({ name }) => new RegExp(`\\b${name.text}\\b`).test(signature);
  if (!result || own.some((one) => keysOf(one, checker) || !isSaid(one))) return;
  const names = own.map((one) => `type ${one.name.text} = ${one.constraint?.getText() ?? "{ a: string }"};`);
  add(
    "call inferred",
    `{ ${names.join(" ")} function $f(${signature}) { const $i = ${call}; const $r: (${result}) = $i; } }`,
  );
}

const WORDS = '"a" | "b"';

/** Whether a parameter is a mapped type over a type parameter, or may be one. */
function takesMapped(parameters, checker) {
  return parameters.some(({ type }) => {
    const whole = type && checker.getTypeFromTypeNode(type);
    const parts = whole?.isUnion() ? whole.types : whole ? [whole] : [];
    return parts.some((part) => part.flags & ts.TypeFlags.Object && part.objectFlags & ts.ObjectFlags.Mapped);
  });
}

export function takesComponents({ parameters }) {
  return parameters?.some((one) => /\bComponent(Type|Class)\b/.test(one.getText())) ?? false;
}

/**
 * Whether a type parameter is a key of a declared type (`K extends keyof Events`, or `"open" | "close"` for `Events[K]`). Consumers name the keys; a generic
 * function around it would need a map of its own, and for two maps nothing can be said about every key.
 */
export function isKeyed(node, checker) {
  return node.typeParameters?.some((one) => keysOf(one, checker)) ?? false;
}

/** The keys that may be given for a type parameter; undefined where it stands for more than keys. */
export function keysOf({ constraint, name, parent }, checker) {
  const isIndex = new RegExp(`\\[[^\\]]*\\b${name.text}\\b[^\\]]*\\]`).test(parent.getText());
  if (!constraint || !(isIndex || /\bkeyof\b/.test(constraint.getText()))) return undefined;
  const type = checker.getTypeFromTypeNode(constraint);
  const literals = (type.isUnion() ? type.types : [type]).filter((one) => one.isStringLiteral());
  return literals.length > 0 ? literals.slice(0, 6).map(({ value }) => JSON.stringify(value)) : undefined;
}

export const notInferred = (error) => !/^TS70(06|31|19) /.test(error);

/** The text of a result's type; none for `void` by any name, which may become anything, and for guards. */
function resultOf(node, callee, checker) {
  if (callee.startsWith("new ")) return undefined;
  const type = node.type && withoutParentheses(node.type);
  if (!type || ts.isTypePredicateNode(type) || checker.getTypeFromTypeNode(type).flags & ts.TypeFlags.Void) {
    return undefined;
  }
  return type.getText();
}

function withoutParentheses(type) {
  return ts.isParenthesizedTypeNode(type) ? withoutParentheses(type.type) : type;
}

function guard({ add }, callee, node, head) {
  const { type } = node;
  if (!type || !ts.isTypePredicateNode(type) || !type.type || type.parameterName.kind === ts.SyntaxKind.ThisType)
    return;
  const at = node.parameters.findIndex(({ name }) => name.getText() === type.parameterName.text);
  if (at < 0) return;
  const parameters = node.parameters.map((one, index) => `$${index}: ${one.type?.getText() ?? "any"}`);
  const values = node.parameters.map((_, index) => `$${index}`);
  const call = `${callee}(${values.join(", ")})`;
  const read = `const $r: (${type.type.getText()}) = $${at};`;
  const body = type.assertsModifier
    ? `const $g: typeof ${callee} = ${callee}; $g(${values.join(", ")}); ${read}`
    : `if (${call}) { ${read} }`;
  add("guard", `function $f${head}(${parameters.join(", ")}) { ${body} }`);
}

export function textOfParameters(parameters) {
  const texts = parameters.map((one) => {
    const constraint = one.constraint ? ` extends ${one.constraint.getText()}` : "";
    return `${one.name.text}${constraint}`;
  });
  return texts.length > 0 ? `<${texts.join(", ")}>` : "";
}
