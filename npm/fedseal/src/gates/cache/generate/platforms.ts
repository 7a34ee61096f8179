import { FOR_NETLIFY } from "../../../hosting/platform.js";
import { encoded, NotExpressible, type Plan, type PlannedFile } from "./plan.js";

/**
 * `_headers` of Netlify. A rule for each file, and none for a folder: Netlify and Vercel send the headers of a path with a 404, too,
 * and one that may be kept for a year stays when the file is there again.
 */
export function forNetlify(plan: Plan): string {
  const lines = [`${FOR_NETLIFY}; make it again after each build.`];
  const [only, second] = plan.origins;
  if (second !== undefined) {
    throw new NotExpressible(
      "`_headers` sends the same to everybody: with several --origin, leave the option out, which allows all",
    );
  }
  for (const planned of plan.files) {
    if (/\*|\/:/.test(planned.path)) {
      throw new NotExpressible(
        `${planned.file} has a \`*\` or a part that starts with \`:\` in its name, which \`_headers\` takes for a pattern`,
      );
    }
    const path = encoded(planned.path);
    lines.push("", path, ...headersOf(planned, only).map(([name, value]) => `  ${name}: ${value}`));
  }
  return `${lines.join("\n")}\n`;
}

/** `headers` of `vercel.json`, a rule for each file as well. */
export function forVercel(plan: Plan): string {
  const [only, second] = plan.origins;
  if (second !== undefined) {
    throw new NotExpressible(
      "`vercel.json` sends the same to everybody: with several --origin, leave the option out, which allows all",
    );
  }
  const headers = plan.files.map((planned) => ({
    source: encoded(planned.path).replaceAll(/[\\(){}:*+?]/g, "\\$&"),
    headers: headersOf(planned, only).map(([key, value]) => ({ key, value })),
  }));
  return `${JSON.stringify({ $schema: "https://openapi.vercel.sh/vercel.json", headers }, null, 2)}\n`;
}

/** The headers of each file as data, for servers that fedseal does not know. */
export function forAnyServer({ files, origins }: Plan): string {
  const [only, second] = origins;
  if (second !== undefined) {
    throw new NotExpressible(
      "a list of headers is the same for everybody: with several --origin, leave the option out, which allows all",
    );
  }
  const list = files.map((planned) => ({
    path: encoded(planned.path),
    headers: Object.fromEntries(headersOf(planned, only)),
  }));
  return `${JSON.stringify({ files: list }, null, 2)}\n`;
}

/** Headers of a file where everybody gets the same. */
function headersOf(
  { cacheControl, vary, type, signatures = [] }: PlannedFile,
  origin: string | undefined,
): [string, string][] {
  const headers: [string, string][] = [
    ["Cache-Control", cacheControl],
    ["Access-Control-Allow-Origin", origin ?? "*"],
    ["X-Content-Type-Options", "nosniff"],
  ];
  const varies = [vary, origin && "Origin"].filter((one) => one !== undefined);
  if (varies.length > 0) headers.push(["Vary", varies.join(", ")]);
  if (type !== undefined) headers.push(["Content-Type", type]);
  for (const [name, value] of signatures) headers.push([name, value]);
  return headers;
}

/** Bytes of a CloudFront Function (CloudFront, "Quotas"). */
const LARGEST_FUNCTION = 10_240;

/** A CloudFront Function for the event `viewer-response`, which is not called for answers with an error status. */
export function forCloudFront({ files, origins }: Plan): string {
  const table: Record<string, number> = {};
  const kinds = [...new Set(files.map((one) => one.cacheControl))];
  const signed: Record<string, Record<string, { value: string }>> = {};
  for (const { path, cacheControl, signatures } of files) {
    table[encoded(path)] = kinds.indexOf(cacheControl);
    if (!signatures) continue;
    signed[encoded(path)] = Object.fromEntries(signatures.map(([name, value]) => [name.toLowerCase(), { value }]));
  }
  const sign =
    Object.keys(signed).length === 0
      ? ""
      : `  var own = ${JSON.stringify(signed)}[event.request.uri];
  for (var name in own) headers[name] = own[name];
`;
  const cors =
    origins.length === 0
      ? `  headers["access-control-allow-origin"] = { value: "*" };`
      : `  var origin = event.request.headers.origin;
  if (origin && ${JSON.stringify(origins)}.indexOf(origin.value) >= 0) headers["access-control-allow-origin"] = { value: origin.value };
  headers.vary = { value: headers.vary ? headers.vary.value + ", Origin" : "Origin" };`;
  const varies = Object.fromEntries(
    files.flatMap(({ path, vary }) => (vary === undefined ? [] : [[encoded(path), vary]])),
  );
  const isVarying = Object.keys(varies).length > 0;
  const vary = `  var vary = varies[event.request.uri];
  if (vary) headers.vary = { value: headers.vary ? headers.vary.value + ", " + vary : vary };
`;
  const text = `// Made by \`fedseal headers --for cloudfront\`; make it again after each build.
// A CloudFront Function for the event "viewer-response" of the behavior that serves the output folder.
var control = ${JSON.stringify(kinds)};
var files = ${JSON.stringify(table)};
${isVarying ? `var varies = ${JSON.stringify(varies)};\n` : ""}function handler(event) {
  var headers = event.response.headers;
  var kind = files[event.request.uri];
  headers["cache-control"] = { value: kind === undefined ? "no-cache" : control[kind] };
${sign}${cors}
${isVarying ? vary : ""}  headers["x-content-type-options"] = { value: "nosniff" };
  return event.response;
}
`;
  const size = Buffer.byteLength(text);
  if (size > LARGEST_FUNCTION) {
    throw new NotExpressible(
      `the function has ${size} bytes, and CloudFront takes ${LARGEST_FUNCTION}: set Cache-Control when you upload the files (\`aws s3 cp --cache-control\`), as \`fedseal headers --for netlify\` lists it`,
    );
  }
  return text;
}
