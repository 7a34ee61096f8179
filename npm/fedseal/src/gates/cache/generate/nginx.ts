import { quoted } from "../nginx-config.js";
import { LOADABLE, NotExpressible, type Plan } from "./plan.js";

/**
 * A file to `include` in the `server` block. Exact locations, because a prefix would also reach files of other roles. Only headers
 * that are right for every answer have `always`: with it on `Cache-Control`, browsers would keep a 404 for a year.
 */
export function forNginx({ files, base, origins }: Plan): string {
  const lines = [
    "# Made by `fedseal headers --for nginx`; make it again after each build.",
    "# Include it in the `server` block that serves the output folder.",
  ];
  if (origins.length > 0) {
    lines.push('set $fedseal_origin "";');
    for (const origin of origins)
      lines.push(`if ($http_origin = ${quoted(origin)}) { set $fedseal_origin ${quoted(origin)}; }`);
  }
  for (const { file, path, cacheControl, vary, type, signatures = [] } of files) {
    if (/\p{Cc}/u.test(path)) throw new NotExpressible(`${JSON.stringify(file)} has a control character in its name`);
    const isEntry = !cacheControl.includes("immutable");
    lines.push("", `location = ${quoted(path)} {`);
    // A folder is answered with its index page, by a location of its own.
    if (path.endsWith("/")) lines.push("    index index.html;");
    else lines.push("    try_files $uri =404;");
    if (type !== undefined) lines.push("    types {}", `    default_type ${quoted(type)};`);
    lines.push(
      `    add_header Cache-Control ${quoted(cacheControl)}${isEntry ? " always" : ""};`,
      ...signatures.map(([name, value]) => `    add_header ${name} ${quoted(value)};`),
      ...(vary === undefined ? [] : [`    add_header Vary ${quoted(vary)} always;`]),
      ...common(origins),
      "}",
    );
  }
  const endings = LOADABLE.join("|");
  lines.push(
    "",
    "# Files that do not exist are answered with 404, whatever fallback there is for pages.",
    `location ~ ${quoted(`^${base.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&")}.*\\.(?:${endings})$`)} {`,
    "    try_files $uri =404;",
    '    add_header Cache-Control "no-cache" always;',
    ...common(origins),
    "}",
  );
  return `${lines.join("\n")}\n`;
}

function common(origins: readonly string[]): string[] {
  const cors =
    origins.length === 0
      ? ['    add_header Access-Control-Allow-Origin "*" always;']
      : ["    add_header Access-Control-Allow-Origin $fedseal_origin always;", '    add_header Vary "Origin" always;'];
  return [...cors, '    add_header X-Content-Type-Options "nosniff" always;', "    gzip_vary on;"];
}
