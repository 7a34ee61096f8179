import ts = require("typescript");

import { withoutUndefined } from "./properties.js";
import { isGenericMapped } from "./type-kinds.js";
import { mappedNodeOf, mappedPartsOf } from "./typescript-internals.js";

/** What a mapped type does with a modifier of each member: adds it, takes it away, or keeps what the member had. */
export type Modifier = "+" | "-" | "";

/** A mapped type whose keys are known only where it is used, with what stands for the type parameters around it. */
export interface Mapped {
  /** The type parameters that stand for a key: one, and those of the mapped types that it goes over. */
  keys: readonly ts.TypeParameter[];
  /** What the keys are. */
  over: ts.Type | undefined;
  /** The type from which members keep the modifiers that it does not set; undefined where there is none. */
  modifiers: ts.Type | undefined;
  /** Whether it goes over a type parameter itself, `[K in keyof T]`: of a list it makes a list, of a union a union. */
  keepsForm: boolean;
  optional: Modifier;
  readonly: Modifier;
  name: ts.Type | undefined;
  value: ts.Type | undefined;
}

/**
 * The parts of a mapped type; undefined for other types. `Partial<Readonly<T>>` and `{ readonly [K in keyof T]?: T[K] }` have
 * the same parts.
 */
export function mappedOf(type: ts.Type, checker: ts.TypeChecker): Mapped | undefined {
  const node = mappedNodeOf(type);
  if (!node || !isGenericMapped(type)) return undefined;
  const { key, keys: over, name, modifiers, value } = mappedPartsOf(type, node, checker);
  const inner = modifiers && mappedOf(modifiers, checker);
  const isOperand = operandOf(node) !== undefined;
  const optional = modifierOf(node.questionToken);
  const own: Mapped = {
    keys: [key],
    over,
    modifiers,
    keepsForm: isOperand && (isParameter(modifiers) || inner?.keepsForm === true),
    optional,
    readonly: modifierOf(node.readonlyToken),
    name,
    value: value && optional === "+" ? withoutUndefined(value, checker) : value,
  };
  const isWhole = inner && isMemberOf(own.value, modifiers, key) && !own.name && !inner.name;
  // `Required<Partial<T>>` takes `undefined` out of members that were not optional.
  if (!isWhole || (own.optional === "-" && inner.optional === "+")) return own;
  return {
    keys: [...own.keys, ...inner.keys],
    over: isOperand ? inner.over : own.over,
    modifiers: inner.modifiers,
    keepsForm: isOperand && inner.keepsForm,
    optional: own.optional || inner.optional,
    readonly: own.readonly || inner.readonly,
    name: undefined,
    value: inner.value,
  };
}

/** Whether members keep a modifier of what the mapped type goes over. */
export function keepsModifiers({ optional, readonly }: Mapped): boolean {
  return optional === "" || readonly === "";
}

function isParameter(type: ts.Type | undefined): boolean {
  return type !== undefined && (type.flags & ts.TypeFlags.TypeParameter) !== 0;
}

/** Whether a type is `T[K]`. */
function isMemberOf(type: ts.Type | undefined, object: ts.Type, key: ts.TypeParameter): boolean {
  if (!type || !(type.flags & ts.TypeFlags.IndexedAccess)) return false;
  const { objectType, indexType } = type as ts.IndexedAccessType;
  return objectType === object && indexType === key;
}

/** Whether a mapped type adds a modifier (`?`, `+?`), takes it away (`-?`), or leaves it. */
function modifierOf(token: ts.Node | undefined): Modifier {
  if (!token) return "";
  return token.kind === ts.SyntaxKind.MinusToken ? "-" : "+";
}

/** `X` of `[K in keyof X]`. */
function operandOf({ typeParameter: { constraint } }: ts.MappedTypeNode): ts.TypeNode | undefined {
  return constraint && ts.isTypeOperatorNode(constraint) && constraint.operator === ts.SyntaxKind.KeyOfKeyword
    ? constraint.type
    : undefined;
}
