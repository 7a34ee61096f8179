import ts = require("typescript");

/** A declaration with a name, as one step of the way to it. */
export interface Named {
  /** Kind and name: `interface ButtonProps`, `member kind`, `parameter 0 props`. The same in a source and in its stub. */
  key: string;
  node: ts.Node;
  /** What an editor marks: the name, or else the declaration. */
  mark: ts.Node;
}

/**
 * The nearest named declarations inside a node: not those inside of them, and nothing that only runs. Bodies of functions,
 * arguments and expressions declare nothing that a stub could show at the same place.
 */
export function namedIn(parent: ts.Node): readonly Named[] {
  const known = NAMED.get(parent);
  if (known) return known;
  const found: Named[] = [];
  const look = (node: ts.Node): void => {
    const named = namedAt(node);
    if (named) found.push(...named);
    else inside(node, look);
  };
  inside(parent, look);
  const named = withoutImplementations(found);
  NAMED.set(parent, named);
  return named;
}

/** A module with many findings is looked at many times. */
const NAMED = new WeakMap<ts.Node, readonly Named[]>();

/** Visits what of a node may declare something. */
function inside(node: ts.Node, visit: (child: ts.Node) => void): void {
  if (ts.isSourceFile(node) || ts.isModuleBlock(node)) {
    for (const statement of node.statements) visit(statement);
  } else if (ts.isVariableDeclaration(node) || ts.isPropertyDeclaration(node)) {
    typeOrValue(node.type, node.initializer, visit);
  } else if (ts.isParameter(node)) {
    if (node.type) visit(node.type);
  } else if (ts.isPropertyAssignment(node)) {
    typeOrValue(undefined, node.initializer, visit);
  } else if (ts.isExportAssignment(node)) {
    typeOrValue(undefined, node.expression, visit);
  } else if (ts.isFunctionLike(node)) {
    for (const one of node.typeParameters ?? []) visit(one);
    for (const one of node.parameters) visit(one);
    if (node.type) visit(node.type);
  } else if (ts.isExpressionWithTypeArguments(node)) {
    for (const one of node.typeArguments ?? []) visit(one);
  } else if (ts.isObjectLiteralExpression(node)) {
    for (const one of node.properties) visit(one);
  } else if (ts.isArrayLiteralExpression(node)) {
    for (const one of node.elements) typeOrValue(undefined, one, visit);
  } else if (!ts.isExpression(node) && !ts.isBlock(node)) {
    ts.forEachChild(node, (child) => {
      if (!ts.isDecorator(child)) visit(child);
    });
  }
}

/** A written type counts; without one, a value that a stub shows member by member: a literal or a function. */
function typeOrValue(
  type: ts.TypeNode | undefined,
  value: ts.Expression | undefined,
  visit: (child: ts.Node) => void,
): void {
  if (type) visit(type);
  else if (value) {
    const bare = unwrapped(value);
    if (ts.isTypeNode(bare)) visit(bare);
    else if (isShown(bare)) inside(bare, visit);
  }
}

function isShown(value: ts.Node): boolean {
  return (
    ts.isObjectLiteralExpression(value) ||
    ts.isArrayLiteralExpression(value) ||
    ts.isArrowFunction(value) ||
    ts.isFunctionExpression(value)
  );
}

/** Without parentheses, `as const` and `satisfies`; the type itself where a value is called one. */
function unwrapped(value: ts.Expression): ts.Node {
  if (ts.isParenthesizedExpression(value) || ts.isSatisfiesExpression(value)) return unwrapped(value.expression);
  if (ts.isAsExpression(value)) return ts.isConstTypeReference(value.type) ? unwrapped(value.expression) : value.type;
  return value;
}

function namedAt(node: ts.Node): Named[] | undefined {
  const one = (key: string, mark: ts.Node = node): Named[] => [{ key, node, mark }];
  if (ts.isExportAssignment(node)) return one(node.isExportEquals ? "export =" : "default");
  if (hasDefault(node)) return one("default", (node as ts.DeclarationStatement).name ?? node);
  if (ts.isInterfaceDeclaration(node)) return one(`interface ${node.name.text}`, node.name);
  if (ts.isTypeAliasDeclaration(node)) return one(`type ${node.name.text}`, node.name);
  if (ts.isClassDeclaration(node)) return one(`class ${node.name?.text}`, node.name);
  if (ts.isEnumDeclaration(node)) return one(`enum ${node.name.text}`, node.name);
  if (ts.isModuleDeclaration(node)) return one(`namespace ${node.name.text}`, node.name);
  if (ts.isFunctionDeclaration(node)) return one(`value ${node.name?.text}`, node.name);
  if (ts.isVariableDeclaration(node)) {
    return ts.isIdentifier(node.name) ? one(`value ${node.name.text}`, node.name) : bound(node.name);
  }
  if (ts.isExportSpecifier(node)) return one(`export ${node.name.text}`, node.name);
  if (ts.isNamespaceExport(node)) return one(`export ${node.name.text}`, node.name);
  if (ts.isTypeParameterDeclaration(node)) return one(`type parameter ${node.name.text}`, node.name);
  if (ts.isParameter(node)) return one(parameterKey(node), node.dotDotDotToken ?? node.name);
  if (ts.isNamedTupleMember(node)) return one(`element ${node.name.text}`, node.name);
  if (ts.isConstructorDeclaration(node)) return [...one("constructor", unmodified(node)), ...properties(node)];
  if (ts.isConstructSignatureDeclaration(node)) return one("new");
  if (ts.isCallSignatureDeclaration(node)) return one("call");
  if (ts.isIndexSignatureDeclaration(node)) return one("index", unmodified(node));
  if (ts.isEnumMember(node)) return one(`member ${nameOf(node.name)}`, node.name);
  if (ts.isTypeElement(node) || ts.isClassElement(node) || ts.isObjectLiteralElement(node)) {
    return node.name && one(`${isStatic(node) ? "static" : "member"} ${nameOf(node.name)}`, node.name);
  }
  return undefined;
}

/** By its position, of which `this` has none (in JavaScript it is a comment), and by its name, if it has one. */
function parameterKey({ name, parent }: ts.ParameterDeclaration): string {
  if (isThis(name)) return "parameter this";
  const others = (parent as ts.SignatureDeclaration).parameters.filter((one) => !isThis(one.name));
  const position = others.findIndex((one) => one.name === name);
  return ts.isIdentifier(name) ? `parameter ${position} ${name.text}` : `parameter ${position}`;
}

function isThis(name: ts.BindingName): boolean {
  return ts.isIdentifier(name) && name.text === "this";
}

/** `const { a, b } = make()` declares a and b. */
function bound(pattern: ts.BindingPattern): Named[] {
  return pattern.elements.flatMap((element): Named[] => {
    if (!ts.isBindingElement(element)) return [];
    const { name } = element;
    return ts.isIdentifier(name) ? [{ key: `value ${name.text}`, node: element, mark: name }] : bound(name);
  });
}

/** `constructor(readonly name: string)` declares a member, too. */
function properties({ parameters, parent }: ts.ConstructorDeclaration): Named[] {
  return parameters
    .filter((one) => ts.isParameterPropertyDeclaration(one, one.parent) && ts.isClassLike(parent))
    .map((node) => ({ key: `member ${nameOf(node.name)}`, node, mark: node.name }));
}

function nameOf(name: ts.PropertyName | ts.BindingName | ts.ObjectLiteralElement["name"]): string {
  if (!name) return "";
  return ts.isIdentifier(name) || ts.isStringLiteralLike(name) || ts.isNumericLiteral(name)
    ? name.text
    : name.getText();
}

/** What follows `private`, `readonly` and the like in a declaration without a name. */
function unmodified(node: ts.ConstructorDeclaration | ts.IndexSignatureDeclaration): ts.Node {
  const last = node.modifiers?.at(-1);
  return (last && node.getChildren().find(({ pos }) => pos >= last.end)) ?? node;
}

function isStatic(node: ts.Node): boolean {
  return modifiersOf(node).includes(ts.SyntaxKind.StaticKeyword);
}

function hasDefault(node: ts.Node): boolean {
  return modifiersOf(node).includes(ts.SyntaxKind.DefaultKeyword);
}

function modifiersOf(node: ts.Node): ts.SyntaxKind[] {
  return ts.canHaveModifiers(node) ? (ts.getModifiers(node) ?? []).map((one) => one.kind) : [];
}

/** Of an overloaded function, consumers see the overloads. */
function withoutImplementations(all: readonly Named[]): Named[] {
  const overloaded = new Set(all.filter(({ node }) => isOverload(node)).map(({ key }) => key));
  return all.filter(({ key, node }) => !hasBody(node) || !overloaded.has(key));
}

function isOverload(node: ts.Node): boolean {
  return isOverloadable(node) && !hasBody(node);
}

function hasBody(node: ts.Node): boolean {
  return isOverloadable(node) && (node as ts.FunctionLikeDeclaration).body !== undefined;
}

function isOverloadable(node: ts.Node): boolean {
  return ts.isFunctionDeclaration(node) || ts.isMethodDeclaration(node) || ts.isConstructorDeclaration(node);
}
