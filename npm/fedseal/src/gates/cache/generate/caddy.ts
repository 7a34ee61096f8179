import { LOADABLE, NotExpressible, type Plan, type PlannedFile } from "./plan.js";

/**
 * A file to `import` in the site block. Headers are set where the file exists: a 404 must not be kept for a year.
 */
export function forCaddy({ files, base, origins }: Plan): string {
  const lines = [
    "# Made by `fedseal headers --for caddy`; make it again after each build.",
    "# Import it in the site block that serves the output folder.",
  ];
  for (const [index, [control, group]] of [...grouped(files, (one) => one.cacheControl)].entries()) {
    const name = `@fedseal_cache_${index}`;
    lines.push("", ...matcher(name, group), `header ${name} Cache-Control ${quoted(control)}`);
  }
  for (const [index, [type, group]] of [...grouped(files, (one) => one.type ?? "")].entries()) {
    if (type === "") continue;
    const name = `@fedseal_type_${index}`;
    lines.push("", ...matcher(name, group), `header ${name} Content-Type ${quoted(type)}`);
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
  const endings = LOADABLE.join("|");
  lines.push(
    "",
    "# Files that do not exist are answered with 404, whatever fallback there is for pages: decided before `try_files`.",
    "@fedseal_missing {",
    `    path_regexp ${quoted(`^${base.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&")}.*\\.(?:${endings})$`)}`,
    "    not file",
    "}",
    "vars @fedseal_missing fedseal_missing yes",
    "@fedseal_gone vars fedseal_missing yes",
    "error @fedseal_gone 404",
  );
  return `${lines.join("\n")}\n`;
}

function matcher(name: string, files: readonly PlannedFile[]): string[] {
  const paths = files.map(({ file, path }) => {
    if (/[*"`\\{}]|\p{Cc}/u.test(path)) {
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

function quoted(text: string): string {
  return `"${text.replaceAll(/["\\]/g, "\\$&")}"`;
}
