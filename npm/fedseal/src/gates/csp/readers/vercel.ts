import { UnusableHosting } from "../../../hosting/unusable.js";
import { readVercel, type VercelFile, type VercelHeader } from "../../../hosting/vercel.js";
import { HEADERS, type PolicyText, placesIn, UnreadablePolicy } from "../policy-text.js";

/**
 * `vercel.json`: the policies that a path gets.
 *
 * @throws UnreadablePolicy
 */
export function readVercelPolicies(content: string, file: string, path: string): PolicyText[] {
  const { headers, conditional } = read(content, file);
  const unsure = conditional.find(({ values }) => values.some(isPolicy));
  if (unsure) {
    throw new UnreadablePolicy(
      `${file}: \`${unsure.rule}\` depends on the request (\`has\`, \`missing\`); name the URL of a deployment in \`csp.policy\``,
    );
  }
  const found = new Map<string, PolicyText>();
  for (const { matches, values } of headers) {
    if (!matches.test(path)) continue;
    for (const header of values) {
      const name = header.name.toLowerCase();
      const reportOnly = HEADERS.get(name);
      if (reportOnly === undefined) continue;
      found.set(name, {
        text: header.value,
        reportOnly,
        meta: false,
        isStatic: true,
        place: place(content, file, header),
      });
    }
  }
  return [...found.values()];
}

function read(content: string, file: string): VercelFile {
  try {
    return readVercel(content);
  } catch (thrown) {
    if (!(thrown instanceof UnusableHosting)) throw thrown;
    throw new UnreadablePolicy(`${file}: ${thrown.message}`);
  }
}

function isPolicy({ name }: VercelHeader): boolean {
  return HEADERS.has(name.toLowerCase());
}

function place(content: string, file: string, { value, literal }: VercelHeader) {
  // Inside of the quotes. With escapes the text is another one than the file has: then the value is the place.
  const isLiteral = literal.length === value.length + 2;
  const inside = placesIn(file, content, literal.offset + 1);
  return isLiteral ? inside : () => inside(0);
}
