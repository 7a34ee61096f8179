import ts = require("typescript");

import { flip } from "./change.js";
import { type At, type Context, report } from "./context.js";
import { membersOf } from "./members.js";
import { parametersOf } from "./parameters.js";
import { propertyAdded } from "./rules/property-added.js";
import { propertyRemoved } from "./rules/property-removed.js";
import { compareVisibility } from "./signatures.js";
import { compareProperties } from "./structures.js";
import { typeText } from "./text.js";
import { isGenericMapped, isReference } from "./type-kinds.js";
import { namedOf, nameOf } from "./type-names.js";
import { compareTypeParameters } from "./type-parameters.js";
import { isComponentType } from "./variance.js";

/**
 * Components are compared as JSX uses them: props go in, and the result only has to be renderable. Whether a component is a
 * function, a class, or one of React's objects around these, and which static members React reads, is no part of it.
 */
export function compareComponents(context: Context, old: ts.Type, now: ts.Type, at: At): boolean | undefined {
  const [before, after] = [componentOf(context, old, at), componentOf(context, now, at)];
  if (!before || !after) return undefined;
  let different = compareTypeParameters(context, before.typeParameters, after.typeParameters, at, before.declaration);
  const here: At = {
    ...at,
    path: `${at.path}(props)`,
    polarity: flip(at.polarity),
    writable: false,
    props: true,
    old: before.node ?? at.old,
    now: after.node ?? at.now,
  };
  different = compareProps(context, before.props, after.props, here) || different;
  different = compareRefs(context, before.props, after.props, at) || different;
  different = compareConstructors(context, before.type, after.type, at) || different;
  return compareStatics(context, before.type, after.type, at) || different;
}

/** Who may construct or extend a class, which JSX does as well. */
function compareConstructors(context: Context, old: ts.Type, now: ts.Type, at: At): boolean {
  const [before, after] = [old, now].map(
    (type) => context.checker.getSignaturesOfType(type, ts.SignatureKind.Construct)[0],
  );
  return before !== undefined && after !== undefined && compareVisibility(context, before, after, at);
}

interface Component {
  type: ts.Type;
  props: ts.Type | undefined;
  typeParameters: readonly ts.TypeParameter[];
  node: ts.Node | undefined;
  declaration: ts.Node | undefined;
}

/** A type as a component, if it is one. */
export function componentOf(context: Context, type: ts.Type, at: At): Component | undefined {
  const { checker, surfaces } = context;
  const named = namedOf(type, surfaces);
  const none = { type, typeParameters: [], node: undefined, declaration: undefined };
  if (named && isComponentType(named)) return { ...none, props: named.args[0] };
  if (named?.package === "react" && /(^|\.)(Memo|Lazy)ExoticComponent$/.test(named.name) && named.args[0]) {
    const inner = componentOf(context, named.args[0], { ...at, path: "Component" });
    return inner && { ...inner, type };
  }
  if (type.isIntersection()) {
    // `FC<P> & { Item: … }`
    const [part] = type.types.flatMap((one) => componentOf(context, one, at) ?? []);
    return part && { ...part, type };
  }
  if (!(type.flags & ts.TypeFlags.Object) || (named && named.package !== undefined)) return undefined;
  const [construct] = checker.getSignaturesOfType(type, ts.SignatureKind.Construct);
  if (construct) return classComponent(context, type, construct);
  const [call, ...others] = checker.getSignaturesOfType(type, ts.SignatureKind.Call);
  if (!call || others.length > 0 || !isComponentName(at.path)) return undefined;
  const parameters = parametersOf(call, checker);
  const [props, ...more] = parameters;
  // JSX gives one argument.
  if (more.some((one) => !one.optional) || props?.rest || !isRenderable(call.getReturnType(), true, checker))
    return undefined;
  if (props && props.type.flags & (ts.TypeFlags.StringLike | ts.TypeFlags.NumberLike | ts.TypeFlags.BooleanLike)) {
    return undefined;
  }
  return {
    type,
    props: props?.type,
    typeParameters: call.typeParameters ?? [],
    node: props?.node,
    declaration: call.declaration,
  };
}

/** JSX takes a name that starts with a capital letter, or a member. */
function isComponentName(path: string): boolean {
  const name = path.split(".").at(-1) ?? "";
  return name === "default" || /^\p{Lu}[\p{L}\p{N}_$]*$/u.test(name);
}

function classComponent(context: Context, type: ts.Type, construct: ts.Signature): Component | undefined {
  const { checker, surfaces } = context;
  for (let base: ts.Type | undefined = construct.getReturnType(); base; ) {
    const named = namedOf(base, surfaces);
    if (named?.package === "react" && /(^|\.)(Pure)?Component$/.test(named.name)) {
      return {
        type,
        props: named.args[0],
        typeParameters: construct.typeParameters ?? [],
        node: undefined,
        declaration: undefined,
      };
    }
    const target: ts.Type = isReference(base) ? base.target : base;
    base = target.isClassOrInterface() ? checker.getBaseTypes(target)[0] : undefined;
  }
  return undefined;
}

const NOTHING =
  ts.TypeFlags.Null |
  ts.TypeFlags.Undefined |
  ts.TypeFlags.StringLike |
  ts.TypeFlags.NumberLike |
  ts.TypeFlags.BooleanLike |
  ts.TypeFlags.BigIntLike;

const NODES = /(^|\.)(JSX\.Element|React(Element|Node|Portal)|\w*ReactElement|AwaitedReactNode)$/;
const AWAITED = /(^|\.)(JSX\.Element|React(Element|Portal)|\w*ReactElement|AwaitedReactNode)$/;

/**
 * Whether React renders values of a type; `element` says that one of them has to be an element. A component may return a promise
 * of a node, and a node may be one of something that is none: in a list, a `Promise<ReactNode>` is not.
 */
function isRenderable(
  type: ts.Type,
  element: boolean,
  checker: ts.TypeChecker,
  where: "result" | "list" | "promise" = "result",
): boolean {
  const isNode = (part: ts.Type): boolean => {
    const symbols = [part.aliasSymbol, part.symbol].filter((symbol) => symbol !== undefined);
    const names = where === "promise" ? AWAITED : NODES;
    return symbols.some((symbol) => names.test(nameOf(symbol)));
  };
  if (isNode(type)) return true;
  const parts = type.isUnion() ? type.types : [type];
  const isList = (part: ts.Type): boolean => {
    const symbol = (part as Partial<ts.TypeReference>).target?.symbol;
    if (!symbol || !/^(Readonly)?Array$|^Iterable$|^Promise$/.test(symbol.name)) return false;
    const isPromise = symbol.name === "Promise";
    if (isPromise && where === "promise") return false;
    const inside = !isPromise ? "list" : where === "list" ? "promise" : where;
    return checker
      .getTypeArguments(part as ts.TypeReference)
      .slice(0, 1)
      .every((arg) => isRenderable(arg, false, checker, inside));
  };
  if (!parts.every((part) => isNode(part) || (part.flags & NOTHING) !== 0 || isList(part))) return false;
  // A function that only returns a promise is a component on servers alone.
  const isElement = (part: ts.Type) => isNode(part) || (isList(part) && part.symbol?.name !== "Promise");
  return !element || parts.some(isElement);
}

function compareProps(context: Context, old: ts.Type | undefined, now: ts.Type | undefined, at: At): boolean {
  const { checker } = context;
  const [before, after] = [old, now].map((type) => (type && takesNothing(type, checker) ? undefined : type));
  if (old && now && (before !== undefined) === (after !== undefined)) return context.compare(old, now, at);
  const present = before ?? after;
  if (!present) return false;
  // A component without props takes none; one with props may need some.
  let different = false;
  for (const [name, property] of membersOf(present, checker)) {
    if (name === "key" || name === "ref") continue;
    const here: At = { ...at, path: `${at.path}.${name}` };
    if (before) different = report(context, here, propertyRemoved(name, "{}"));
    else if (property.flags & ts.SymbolFlags.Optional) different = report(context, here, propertyAdded(name, true));
    else {
      const because = `Property '${name}' is missing in type '{}' but required in type '${typeText(present, checker)}'.`;
      different = report(context, here, {
        rule: "contract/required-property-added",
        level: at.polarity === "output" ? "minor" : "major",
        message: `${name} was added and has to be given`,
        because,
      });
    }
  }
  return different;
}

/** `unknown`, `object` and `{}` fit all props, but JSX takes no attribute that they do not have. */
function takesNothing(type: ts.Type, checker: ts.TypeChecker): boolean {
  if (type.flags & (ts.TypeFlags.Unknown | ts.TypeFlags.NonPrimitive)) return true;
  return (
    (type.flags & ts.TypeFlags.Object) !== 0 &&
    !isGenericMapped(type) &&
    membersOf(type, checker).size === 0 &&
    checker.getIndexInfosOfType(type).length === 0 &&
    checker.getSignaturesOfType(type, ts.SignatureKind.Call).length === 0
  );
}

/** The element or handle that `ref` gives, whatever form the type of `ref` has. */
function compareRefs(context: Context, old: ts.Type | undefined, now: ts.Type | undefined, at: At): boolean {
  const [before, after] = [old, now].map((props) => props && refOf(context, props));
  const here: At = { ...at, path: `${at.path}.ref`, writable: false, props: false };
  if (before && after) return context.compare(before, after, here);
  if (before) return report(context, here, propertyRemoved("ref", "its props"));
  if (after) return report(context, here, propertyAdded("ref", true));
  return false;
}

/** `T` of `Ref<T>` among the props. */
function refOf(context: Context, props: ts.Type): ts.Type | undefined {
  const { checker, surfaces } = context;
  const property = checker.getPropertyOfType(props, "ref");
  const type = property && checker.getTypeOfSymbol(property);
  if (!type) return undefined;
  for (const part of [type, ...(type.isUnion() ? type.types : [])]) {
    const named = namedOf(part, surfaces);
    const isRef = /(^|\.)(Ref|LegacyRef|ForwardedRef|RefObject|MutableRefObject|RefCallback)$/.test(named?.name ?? "");
    if (named?.package === "react" && isRef && named.args[0]) {
      const [value] = named.args as [ts.Type];
      return checker.getNonNullableType(value);
    }
  }
  return undefined;
}

/** Static members that React reads, and those of every function and class. */
const REACT_STATICS = new Set([
  "$$typeof",
  "_result",
  "childContextTypes",
  "contextType",
  "contextTypes",
  "defaultProps",
  "displayName",
  "getDefaultProps",
  "getDerivedStateFromError",
  "getDerivedStateFromProps",
  "propTypes",
  "prototype",
  "render",
  "type",
]);

/** Members of the component itself, `Menu.Item` for one. */
function compareStatics(context: Context, old: ts.Type, now: ts.Type, at: At): boolean {
  const { checker } = context;
  const own = (type: ts.Type) => [...membersOf(type, checker).keys()].some((name) => !REACT_STATICS.has(name));
  return (own(old) || own(now)) && compareProperties(context, old, now, { ...at, writable: false }, REACT_STATICS);
}
