import { ts } from "./program.mjs";

/**
 * Expressions of a type, each as a consumer writes it: literals, object literals with all members and with the required
 * ones only, arrow functions whose parameters have their types from the context.
 * @param {string} text the type, as the frozen declarations name it
 * @returns {{ text: string, inferred?: boolean }[]}
 */
export function expressionsOf(text, type, checker) {
  const found = [{ text: `(null! as (${text}))` }];
  const plain = checker.getNonNullableType(type);
  const parts = plain.isUnion() ? plain.types : [plain];
  if (parts.length > 12) return found;
  for (const part of parts) {
    const literal = literalOf(part);
    if (literal) found.push({ text: literal });
    else if (part.flags & ts.TypeFlags.Object) found.push(...objects(text, part, parts, checker));
  }
  return found;
}

function literalOf(type) {
  if (type.isStringLiteral() || type.isNumberLiteral()) {
    // The members of enums are named, not written as literals.
    return type.flags & ts.TypeFlags.EnumLiteral ? undefined : JSON.stringify(type.value);
  }
  if (type.flags & ts.TypeFlags.EnumLike) return undefined;
  if (type.flags & ts.TypeFlags.String) return '"text"';
  if (type.flags & ts.TypeFlags.Number) return "1";
  if (type.flags & ts.TypeFlags.BooleanLiteral) return type.intrinsicName;
  return undefined;
}

function objects(text, type, parts, checker) {
  const whole = `NonNullable<${text}>`;
  const calls = checker.getSignaturesOfType(type, ts.SignatureKind.Call);
  const properties = checker.getPropertiesOfType(type);
  if (calls.length === 1 && properties.length === 0) {
    if (parts.length > 1 || calls[0].typeParameters) return [];
    return [{ text: arrow(whole, calls[0].parameters.length), inferred: true }];
  }
  if (checker.isArrayLikeType(type)) {
    return parts.length === 1 && checker.isArrayType(type)
      ? [{ text: `[null! as ${whole}[number]]` }, { text: "[]" }]
      : [];
  }
  const isOrdinary =
    properties.length > 0 &&
    properties.length <= 30 &&
    calls.length === 0 &&
    checker.getSignaturesOfType(type, ts.SignatureKind.Construct).length === 0 &&
    properties.every((one) => isWritable(one));
  if (!isOrdinary) return [];
  const own = parts.length === 1 ? whole : discriminated(whole, properties, checker);
  if (!own) return [];
  const isOptional = (one) => (one.flags & ts.SymbolFlags.Optional) !== 0;
  const value = (one) => `${JSON.stringify(one.name)}: null! as ${own}[${JSON.stringify(one.name)}]`;
  const all = `{ ${properties.map(value).join(", ")} }`;
  const required = `{ ${properties
    .filter((one) => !isOptional(one))
    .map(value)
    .join(", ")} }`;
  const list = [{ text: all }, { text: required }];
  // Parameters of a class's methods may become wider, although an object in the place of an instance may read them.
  const callbacks = type.isClass() ? [] : properties.filter((one) => isCallback(one, checker));
  if (callbacks.length > 0) {
    const inline = (one) => {
      if (!callbacks.includes(one)) return value(one);
      const key = JSON.stringify(one.name);
      const count = callOf(one, checker).parameters.length;
      return `${key}: ${arrow(`NonNullable<${own}[${key}]>`, count)}`;
    };
    list.push({ text: `{ ${properties.map(inline).join(", ")} }`, inferred: true });
  }
  return list;
}

/** A part of a union by a member that only it has so. */
function discriminated(whole, properties, checker) {
  for (const one of properties) {
    const of = checker.getTypeOfSymbol(one);
    if (of.isStringLiteral()) return `Extract<${whole}, { ${JSON.stringify(one.name)}: ${JSON.stringify(of.value)} }>`;
  }
  return undefined;
}

function isWritable(symbol) {
  const isHidden = (one) =>
    (ts.getCombinedModifierFlags(one) & (ts.ModifierFlags.Private | ts.ModifierFlags.Protected)) !== 0 ||
    (one.name !== undefined && !ts.isIdentifier(one.name) && !ts.isStringLiteral(one.name));
  return !symbol.name.startsWith("__") && !symbol.declarations?.some(isHidden);
}

function isCallback(symbol, checker) {
  const call = callOf(symbol, checker);
  return call !== undefined && !call.typeParameters;
}

function callOf(symbol, checker) {
  const type = checker.getNonNullableType(checker.getTypeOfSymbol(symbol));
  if (!(type.flags & ts.TypeFlags.Object) || checker.getPropertiesOfType(type).length > 0) return undefined;
  const calls = checker.getSignaturesOfType(type, ts.SignatureKind.Call);
  return calls.length === 1 ? calls[0] : undefined;
}

function arrow(type, count) {
  const names = Array.from({ length: count }, (_, at) => `$p${at}`);
  const reads = names.map((name, at) => `const $q${at}: Parameters<${type}>[${at}] = ${name};`);
  return `((${names.join(", ")}) => { ${reads.join(" ")} return null! as ReturnType<${type}>; })`;
}
