import { LOADABLE, NotExpressible, type Plan, type PlannedFile } from "./plan.js";

/** Characters of Caddyfiles, and of the patterns that its matchers take paths for. */
const SYNTAX = /[*?[\]"`\\{}]|\p{Cc}/u;

/**
 * A file to `import` in the site block. Headers are set where the file exists: a 404 must not be kept for a year.
 */
export function forCaddy({ files, base, origins }: Plan): string {
  if (SYNTAX.test(base)) throw new NotExpressible(`${base} has a character that a Caddyfile takes for syntax`);
  const lines = [
    "# Made by `fedseal headers --for caddy`; make it again after each build.",
    "# Import it in the site block that serves the output folder.",
  ];
  for (const [index, [control, group]] of [...grouped(files, (one) => one.cacheControl)].entries()) {
    const name = `@fedseal_cache_${index}`;
    lines.push("", ...matcher(name, group), `header ${name} Cache-Control ${quoted(control)}`);
  }
  for (const [index, [vary, group]] of [...grouped(files, (one) => one.vary ?? "")].entries()) {
    if (vary === "") continue;
    const name = `@fedseal_vary_${index}`;
    lines.push("", ...matcher(name, group), `header ${name} +Vary ${quoted(vary)}`);
  }
  for (const [index, [type, group]] of [...grouped(files, (one) => one.type ?? "")].entries()) {
    if (type === "") continue;
    const name = `@fedseal_type_${index}`;
    lines.push("", ...matcher(name, group), `header ${name} Content-Type ${quoted(type)}`);
  }
  for (const signed of files.filter((one) => one.signatures !== undefined)) {
    const name = "@fedseal_signed";
    lines.push("", ...matcher(name, [signed]));
    for (const [header, value] of signed.signatures ?? []) lines.push(`header ${name} ${header} ${quoted(value)}`);
  }
  const below = quoted(`${base}*`);
  lines.push("", `@fedseal_all path ${below}`, 'header @fedseal_all X-Content-Type-Options "nosniff"');
  if (origins.length === 0) lines.push('header @fedseal_all Access-Control-Allow-Origin "*"');
  else {
    lines.push('header @fedseal_all +Vary "Origin"');
    for (const [index, origin] of origins.entries()) {
      const name = `@fedseal_origin_${index}`;
      lines.push(`${name} {`, `    path ${below}`, `    header Origin ${quoted(origin)}`, "}");
      lines.push(`header ${name} Access-Control-Allow-Origin ${quoted(origin)}`);
    }
  }
  const asked = "{http.request.orig_uri.path}";
  const isLoadable = LOADABLE.map((ending) => `${asked}.endsWith(".${ending}")`).join(" || ");
  lines.push(
    "",
    "# A fallback for pages (`try_files`) has rewritten the path of a file that does not exist: 404 in its place.",
    "@fedseal_gone {",
    `    expression \`${asked}.startsWith("${base}") && (${isLoadable})\``,
    `    not path_regexp ${quoted(`\\.(?:${LOADABLE.join("|")})$`)}`,
    "}",
    "error @fedseal_gone 404",
  );
  return `${lines.join("\n")}\n`;
}

function matcher(name: string, files: readonly PlannedFile[]): string[] {
  const paths = files.map(({ file, path }) => {
    if (SYNTAX.test(path)) {
      throw new NotExpressible(`${file} has a character in its name that a Caddyfile takes for syntax`);
    }
    return quoted(path);
  });
  return [`${name} {`, `    path ${paths.join(" ")}`, "    file", "}"];
}

function grouped<T>(items: readonly T[], key: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) groups.set(key(item), [...(groups.get(key(item)) ?? []), item]);
  return groups;
}

/** A Caddyfile knows one escape in quotes, that of the quotation mark. */
function quoted(text: string): string {
  return `"${text.replaceAll('"', '\\"')}"`;
}
