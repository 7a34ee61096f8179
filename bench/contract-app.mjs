// The remote whose contract bench/contract.mjs extracts: 200 React components, with the hooks and helpers they use.
import { mkdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "../scripts/setup.mjs";
import { generator } from "./data.mjs";

const EXPOSES = 200;
const SHARED = 20;

/**
 * Writes a project into `dir`; returns what it exposes. Every return of every function has its type, or (`half`) those in
 * every second component have none. `typescript` is the package that the project has installed under that name.
 */
export function makeRemote(dir, { scale, half, typescript }) {
  const random = generator(4);
  const count = Math.max(4, Math.round(EXPOSES * scale));
  rmSync(dir, { recursive: true, force: true });
  for (const folder of ["components", "hooks", "helpers"]) mkdirSync(join(dir, "src", folder), { recursive: true });
  const write = (file, text) => writeFileSync(join(dir, file), text);
  install(dir, { react: "react", "react-dom": "react-dom", typescript });
  write("package.json", JSON.stringify({ name: "bench-remote", version: "1.0.0", private: true, dependencies: REACT }));
  write("tsconfig.json", JSON.stringify(TSCONFIG, null, 2));
  write("src/index.ts", "export {};\n");
  for (let index = 0; index < SHARED; index++) {
    write(`src/hooks/useList${index}.ts`, hookText(index));
    write(`src/helpers/format${index}.ts`, helperText(index));
  }
  const exposes = {};
  for (let index = 0; index < count; index++) {
    const name = nameOf(index);
    write(`src/components/${name}.tsx`, componentText(index, random, half && index % 2 === 1));
    exposes[`./${name}`] = `./src/components/${name}.tsx`;
  }
  return { exposes, count, inferred: half ? Math.floor(count / 2) : 0 };
}

const REACT = { react: "^19.0.0", "react-dom": "^19.0.0" };

// Said here is what TypeScript 5 and 7 do not have the same default for.
const TSCONFIG = {
  compilerOptions: {
    target: "es2022",
    lib: ["es2022", "dom", "dom.iterable"],
    module: "esnext",
    moduleResolution: "bundler",
    jsx: "react-jsx",
    strict: true,
    skipLibCheck: true,
    types: [],
    rootDir: "src",
  },
  include: ["src"],
};

function install(dir, packages) {
  mkdirSync(join(dir, "node_modules"));
  for (const [name, target] of Object.entries(packages)) {
    symlinkSync(join(root, "node_modules", target), join(dir, "node_modules", name), "junction");
  }
}

const THINGS = [
  "Order",
  "Basket",
  "Customer",
  "Payment",
  "Invoice",
  "Product",
  "Shipment",
  "Review",
  "Refund",
  "Coupon",
];
const SHAPES = ["Table", "List", "Form", "Panel"];
const FIELDS = ["status", "label", "category", "reference", "address", "comment", "owner", "channel"];

function nameOf(index) {
  return `${THINGS[index % THINGS.length]}${SHAPES[index % SHAPES.length]}${index}`;
}

/** A component of about 80 lines; `inferred` leaves out what its functions return. */
function componentText(index, random, inferred) {
  const name = nameOf(index);
  const lower = name[0].toLowerCase() + name.slice(1);
  const pick = (list) => list[random() % list.length];
  const [hook, helper, other] = [random() % SHARED, random() % SHARED, index > 4 ? random() % index : undefined];
  const first = random() % FIELDS.length;
  const [a, b, c] = [0, 1, 2].map((place) => FIELDS[(first + place) % FIELDS.length]);
  const size = 10 + (random() % 40);
  const returns = (type) => (inferred ? "" : `: ${type}`);
  const nested = other === undefined ? undefined : nameOf(other);
  return `import { useCallback, useMemo, useState } from "react";
import type { ReactElement, ReactNode } from "react";
import { useList${hook}, type ListState${hook} } from "../hooks/useList${hook}";
import { format${helper}, type Formatted${helper} } from "../helpers/format${helper}";
${nested === undefined ? "" : `import ${nested}, { type ${nested}Item } from "./${nested}";\n`}
export type ${name}Mode = "compact" | "full" | "${pick(FIELDS)}-only";

/** One line of the ${name}. */
export interface ${name}Item {
  id: string;
  ${a}: string;
  ${b}?: string;
  ${c}: ${name}Mode | null;
  amount: number;
  tags: readonly string[];
}

/** Properties of {@link ${name}}. */
export interface ${name}Props {
  items: readonly ${name}Item[];
  mode?: ${name}Mode;
  title: ReactNode;
  ${nested === undefined ? "" : `related?: readonly ${nested}Item[];\n  `}onSelect?(item: ${name}Item, mode: ${name}Mode): void;
  onChange?: (amounts: Record<string, number>) => void;
  children?: ReactNode;
}

export const ${lower}Defaults: { pageSize: number; mode: ${name}Mode } = { pageSize: ${size}, mode: "full" };

/** What all lines amount to. */
export function ${lower}Total(items: readonly ${name}Item[], rate = 1)${returns("number")} {
  return items.reduce((sum, item) => sum + item.amount * rate, 0);
}

export function ${lower}Groups(items: readonly ${name}Item[])${returns(`Map<string, ${name}Item[]>`)} {
  const groups = new Map<string, ${name}Item[]>();
  for (const item of items) groups.set(item.${a}, [...(groups.get(item.${a}) ?? []), item]);
  return groups;
}

/** The lines that are shown, and how to choose one. */
export function use${name}(
  items: readonly ${name}Item[],
  pageSize: number = ${lower}Defaults.pageSize,
)${returns(`ListState${hook}<${name}Item> & { selected: ${name}Item | undefined; select: (id: string) => void }`)} {
  const [id, setId] = useState<string | undefined>(undefined);
  const list = useList${hook}(items, pageSize, (item) => item.${b} ?? item.${a});
  const selected = useMemo(() => items.find((item) => item.id === id), [items, id]);
  const select = useCallback((next: string) => setId((last) => (last === next ? undefined : next)), []);
  return { ...list, selected, select };
}

function Line({ item, onClick }: { item: ${name}Item; onClick: (id: string) => void })${returns("ReactElement")} {
  const amount${inferred ? "" : `: Formatted${helper}`} = format${helper}(item.amount, { digits: ${random() % 3} });
  return (
    <li className={item.${c} ?? "none"} onClick={() => onClick(item.id)}>
      <b>{item.${a}}</b> {item.${b}} <span title={amount.long}>{amount.short}</span> {item.tags.join(", ")}
    </li>
  );
}

export default function ${name}({ items, mode = ${lower}Defaults.mode, title, ...rest }: ${name}Props)${returns("ReactElement | null")} {
  const { shown, page, pages, turn, selected, select } = use${name}(items);
  const total = useMemo(() => ${lower}Total(items, ${1 + (random() % 4)}), [items]);
  const choose = (id: string)${returns("void")} => {
    const item = items.find((one) => one.id === id);
    select(id);
    if (item) rest.onSelect?.(item, mode);
  };
  if (items.length === 0) return null;
  return (
    <section className="${lower}" data-mode={mode}>
      <h2>{title}</h2>
      <ul>{shown.map((item) => <Line key={item.id} item={item} onClick={choose} />)}</ul>
      <button disabled={page + 1 >= pages} onClick={() => turn(page + 1)}>{page + 1} / {pages}</button>
      <output>{format${helper}(total).short} {selected?.${a}}</output>
      ${nested === undefined ? "{rest.children}" : `{rest.related ? <${nested} items={rest.related} title="Related" /> : rest.children}`}
    </section>
  );
}
`;
}

function hookText(index) {
  return `import { useCallback, useMemo, useState } from "react";

/** One page of a list. */
export interface ListState${index}<Item> {
  shown: readonly Item[];
  page: number;
  pages: number;
  turn: (page: number) => void;
}

export function useList${index}<Item>(
  items: readonly Item[],
  pageSize: number,
  keyOf: (item: Item) => string,
): ListState${index}<Item> {
  const [page, setPage] = useState(0);
  const pages = Math.max(1, Math.ceil(items.length / pageSize));
  const sorted = useMemo(
    () => [...items].sort((one, other) => keyOf(one).localeCompare(keyOf(other))),
    [items, keyOf],
  );
  const shown = sorted.slice(page * pageSize, (page + 1) * pageSize);
  const turn = useCallback((next: number) => setPage(Math.min(Math.max(0, next), pages - 1)), [pages]);
  return { shown, page, pages, turn };
}
`;
}

function helperText(index) {
  return `/** An amount for people. */
export interface Formatted${index} {
  short: string;
  long: string;
  negative: boolean;
}

export interface Format${index}Options {
  digits?: number;
  currency?: "EUR" | "USD" | "GBP";
}

export const CURRENCIES${index}: readonly string[] = ["EUR", "USD", "GBP"];

export function format${index}(amount: number, options: Format${index}Options = {}): Formatted${index} {
  const { digits = 2, currency = "EUR" } = options;
  const short = amount.toFixed(digits);
  return { short, long: \`\${short} \${currency}\`, negative: amount < 0 };
}

export function round${index}(amount: number, digits: number): number {
  const factor = 10 ** digits;
  return Math.round(amount * factor) / factor;
}
`;
}
