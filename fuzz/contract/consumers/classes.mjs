import { isPrivate } from "../frozen.mjs";
import { ts } from "../program.mjs";
import { signatureSnippets, textOfParameters } from "./signatures.mjs";

/** Uses of an exported class as a value: made, extended with each member written again, and its static members. */
export function classSnippets(context, name, frozen, declaration) {
  const { add } = context;
  const parameters = declaration.typeParameters ?? [];
  const head = textOfParameters(parameters);
  const args = parameters.length > 0 ? `<${parameters.map((one) => one.name.text).join(", ")}>` : "";
  const constructors = constructorsOf(declaration);
  const isSealed = constructors.some(isHidden);
  const isAbstract = (ts.getCombinedModifierFlags(declaration) & ts.ModifierFlags.Abstract) !== 0;
  if (!isSealed && !isAbstract) {
    for (const one of constructors) signatureSnippets(context, `new ${name}${args}`, { ...bare(one) }, parameters);
    if (constructors.length === 0 && !declaration.heritageClauses) {
      add("new", `function $f${head}() { const $q: ${name}${args} = new ${name}${args}(); }`);
    }
  }
  const isStatic = (one) => (ts.getCombinedModifierFlags(one) & ts.ModifierFlags.Static) !== 0;
  for (const member of declaration.members) {
    if (isPrivate(member) || !member.name || !ts.isIdentifier(member.name)) continue;
    const key = member.name.text;
    if (isStatic(member)) {
      if (ts.getCombinedModifierFlags(member) & ts.ModifierFlags.Protected) continue;
      add("static", `{ const $q: (typeof ${frozen})["${key}"] = ${name}.${key}; }`);
      if (ts.isMethodDeclaration(member)) signatureSnippets(context, `${name}.${key}`, member);
    }
  }
  if (isSealed) return;
  if (!declaration.members.some(isHidden) && !declaration.members.some(isPrivate) && !isAbstract) {
    // A test double, for one.
    add("same shape", `function $f${head}() { const $q: ${name}${args} = null! as ${frozen}${args}; }`, notCallback);
  }
  // A subclass that writes what has to be written, and one more member.
  const abstracts = declaration.members.filter((one) => has(one, ts.ModifierFlags.Abstract)).map(written);
  const base = `extends ${name}${args}`;
  add("subclass", `{ class $D${head} ${base} { ${abstracts.join(" ")} } }`);
  for (const member of declaration.members) {
    if (isStatic(member) || isPrivate(member) || ts.isConstructorDeclaration(member)) continue;
    const isKnown = ts.isMethodDeclaration(member) || ts.isPropertyDeclaration(member);
    if (!isKnown || has(member, ts.ModifierFlags.Abstract) || !ts.isIdentifier(member.name)) continue;
    const others = declaration.members.filter(
      (one) => ts.isMethodDeclaration(one) && one.name.getText() === member.name.text,
    );
    if (others.length > 1) continue;
    add("override", `{ class $D${head} ${base} { ${[...abstracts, written(member)].join(" ")} } }`, isAsked);
    if (has(member, ts.ModifierFlags.Protected) && member.type) {
      const read = `const $q: (${typeText(member)}) = this.${member.name.text};`;
      add("protected", `{ abstract class $D${head} ${base} { $m() { ${read} } } }`);
    }
  }
}

/** What returned the class and returns `this` promises more to whoever calls it; who overrides it is not asked. */
const notThis = (error) => !/to type '(\(.*\) => )?this'/.test(error);

/**
 * A callback that a method is given may get more arguments, narrower ones, or may return more: a minor change to whoever calls
 * the method. Who writes the method again with the old callback is not asked. Of all other parameters of methods the compiler
 * asks for little, and calls tell.
 */
const notCallback = (error) => !/Types of parameters '.*' and '.*' are incompatible/.test(error);
const isAsked = (error) => notThis(error) && notCallback(error);

export function constructorsOf(declaration) {
  return declaration.members.filter(ts.isConstructorDeclaration);
}

export function isHidden(member) {
  return has(member, ts.ModifierFlags.Private) || has(member, ts.ModifierFlags.Protected);
}

function typeText(member) {
  if (ts.isPropertyDeclaration(member)) return member.type.getText();
  const parameters = member.parameters.map((one) => one.getText()).join(", ");
  return `${member.typeParameters ? `<${member.typeParameters.map((one) => one.getText()).join(", ")}>` : ""}(${parameters}) => ${member.type.getText()}`;
}

function has(member, flag) {
  return (ts.getCombinedModifierFlags(member) & flag) !== 0;
}

/** A constructor returns what its class is; there is nothing to compare with. */
function bare({ parameters }) {
  return { parameters };
}

/** A member as a subclass writes it. */
function written(member) {
  const text = member
    .getText()
    .replace(/\babstract\s+/, "")
    .replace(/;\s*$/, "");
  if (ts.isMethodDeclaration(member)) return `${text} { return null!; }`;
  // Only the type is written again, the value stays the base's.
  if (ts.isPropertyDeclaration(member)) return `declare ${text};`;
  return `${text};`;
}
