/**
 * One of the two versions that are compared: its modules and which of them are exposed. Local modules are compared by their
 * structure; everything else belongs to a package and is known by its name.
 */
export interface Side {
  /** Which one it is. */
  age: "old" | "new";
  /** Expose → absolute path of its module, a key of `files` or a file on disk. `.` stands for a surface without a name. */
  exposes: ReadonlyMap<string, string>;
  /** Absolute path → text, for modules that are not on disk. */
  files: ReadonlyMap<string, string>;
  /** Absolute folder: what is below it and not in a `node_modules` of it is local. */
  root: string;
  /** Name of the package that the exposes are the entries of: its modules may import each other by it. */
  self?: string | undefined;
  /** What was given, where that is not the declarations: name → text. Tells the same surface from the same text. */
  texts?: ReadonlyMap<string, string>;
  /** Package that consumers have to have → range. */
  externals: ReadonlyMap<string, string>;
  /** Absolute folder from which packages are resolved for modules that are not on disk. */
  packages: string;
}

/** Text that stands between an expose and the path in it. */
export function exportPath(expose: string, path: string): string {
  return expose === "." ? path : `${expose}#${path}`;
}
