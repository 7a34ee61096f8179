/** The part of a path after the last `node_modules`. */
export function packageFile(path: string): string {
  return path.split("/node_modules/").at(-1) ?? path;
}

/** Name of the package a file belongs to. */
export function packageOf(path: string): string | undefined {
  if (!path.includes("/node_modules/")) return undefined;
  const [scope = "", name = ""] = packageFile(path).split("/");
  const found = scope.startsWith("@") ? `${scope}/${name}` : scope;
  // DefinitelyTyped's `scope__name` is `@scope/name`; its types are the package's.
  const bare = found.startsWith("@types/") ? found.slice("@types/".length) : found;
  return bare.includes("__") ? `@${bare.replace("__", "/")}` : bare;
}
