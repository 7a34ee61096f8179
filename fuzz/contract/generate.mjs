/** Surfaces by a small grammar: what packages rarely hold side by side. */

const LITERALS = ['"s"', '"m"', '"l"', '"xl"'];
const MEMBERS = ["id", "name", "kind", "size", "items", "parent", "onChange", "render", "meta", "state"];

export function generate(random) {
  const names = random.shuffle(["Alpha", "Beta", "Gamma", "Delta"]).slice(0, 2 + random.below(3));
  const statements = names.map((name, at) => declareType(random, name, names.slice(0, at)));
  const values = 1 + random.below(3);
  for (let at = 0; at < values; at++) statements.push(declareValue(random, `value${at}`, names));
  return `${statements.join("\n")}\nexport {};\n`;
}

function declareType(random, name, known) {
  const head = random.chance(0.7) ? "export " : "";
  switch (random.below(9)) {
    case 0:
      return `${head}type ${name} = ${union(random)};`;
    case 1:
      return `${head}type ${name} = ${body(random, known)};`;
    case 2:
      return `${head}declare enum ${name} { One = "one", Two = "two", Three = "three" }`;
    case 3: {
      return `${head}declare class ${name} { constructor(${parameters(random, known)}); ${members(random, known)} }`;
    }
    case 4:
      return `interface ${name}Base ${body(random, known)}\n${head}interface ${name} extends ${name}Base { own: ${type(random, known, 1)} }`;
    case 5:
      return `${head}type ${name} = { [K in ${union(random)}]: ${type(random, known, 1)} };`;
    case 6:
      return `${head}type ${name} = ${tagged(random, known)};`;
    default:
      return `${head}interface ${name} ${body(random, known)}`;
  }
}

/** A union of objects, told apart by a member. */
function tagged(random, known) {
  const parts = random.shuffle(["one", "two", "three"]).slice(0, 2 + random.below(2));
  return parts.map((tag) => `{ type: "${tag}"; ${member(random, random.pick(MEMBERS), known)} }`).join(" | ");
}

function declareValue(random, name, known) {
  switch (random.below(6)) {
    case 4:
      return `export declare function ${name}<K extends keyof ${name}Map>(key: K, run: (value: ${name}Map[K]) => void): ${name}Map[K];
interface ${name}Map ${body(random, known)}`;
    case 5:
      return `export declare function ${name}<T>(value: T, ${random.chance(0.5) ? "key: keyof T" : "list: T[]"}): ${random.pick(["T[keyof T]", "T | undefined", "T extends string ? number : T", "{ [K in keyof T]: T[K] | null }"])};`;
    case 0:
      return `export declare const ${name}: ${type(random, known, 2)};`;
    case 1: {
      const result = type(random, [...known, "T"], 1);
      const bound = random.chance(0.5) ? ` extends ${type(random, known, 1)}` : "";
      const more = parameters(random, known);
      return `export declare function ${name}<T${bound}>(value: T${more && `, ${more}`}): ${result};`;
    }
    default: {
      const count = random.chance(0.25) ? 2 : 1;
      const one = () =>
        `export declare function ${name}(${parameters(random, known)}): ${random.chance(0.2) ? "void" : type(random, known, 2)};`;
      return Array.from({ length: count }, one).join("\n");
    }
  }
}

function body(random, known) {
  return `{ ${members(random, known)} }`;
}

function members(random, known) {
  const names = random.shuffle(MEMBERS).slice(0, 1 + random.below(4));
  return names.map((name) => member(random, name, known)).join(" ");
}

function member(random, name, known) {
  const optional = random.chance(0.3) ? "?" : "";
  if (random.chance(0.2)) return `${name}${optional}(${parameters(random, known)}): ${type(random, known, 1)};`;
  return `${random.chance(0.15) ? "readonly " : ""}${name}${optional}: ${type(random, known, 2)};`;
}

function parameters(random, known) {
  const count = random.below(3);
  const firstOptional = random.below(4);
  const names = ["first", "second"].slice(0, count);
  return names.map((name, at) => `${name}${at >= firstOptional ? "?" : ""}: ${type(random, known, 2)}`).join(", ");
}

function union(random) {
  return random
    .shuffle(LITERALS)
    .slice(0, 2 + random.below(2))
    .join(" | ");
}

function type(random, known, depth) {
  const deeper = () => type(random, known, depth - 1);
  const choice = random.below(depth > 0 ? 14 : 5);
  switch (choice) {
    case 0:
      return "string";
    case 1:
      return "number";
    case 2:
      return "boolean";
    case 3:
      return known.length > 0 ? random.pick(known) : "string";
    case 4:
      return `(${union(random)})`;
    case 5:
      return `${deeper()}[]`;
    case 6:
      return `Promise<${deeper()}>`;
    case 7:
      return `(${deeper()} | null)`;
    case 8:
      return `((value: ${deeper()}) => ${random.chance(0.5) ? "void" : deeper()})`;
    case 9:
      return `{ a: ${deeper()}; b?: ${deeper()} }`;
    case 10:
      return `[${deeper()}, ${deeper()}]`;
    case 11:
      return `Record<string, ${deeper()}>`;
    case 12:
      return `Partial<{ x: ${deeper()}; y: ${deeper()} }>`;
    default:
      return known.length > 0 ? random.pick(known) : "unknown";
  }
}
