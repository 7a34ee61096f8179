import { type Command, InvalidArgumentError, Option } from "commander";
import { configuration, type Done, list } from "../options.js";

/** Servers that a configuration can be written for. */
export const SERVERS = ["nginx", "netlify", "vercel", "caddy", "cloudfront"] as const;

export type Server = (typeof SERVERS)[number];

/** `fedseal headers` */
export function register(command: Command, done: Done): void {
  command
    .argument("<dir>", "output folder that holds the manifest")
    .addOption(new Option("--for <server>", "the server; required, unless the format is json").choices(SERVERS))
    .addOption(
      new Option("--format <name>", "text is the configuration of the server, json a list of the headers of each file")
        .choices(["text", "json"])
        .default("text"),
    )
    .option("--manifest <file>", "manifest, relative to the folder (default: the only mf-manifest.json)")
    .addOption(new Option("--base <path>", "path of the URL that serves the folder").argParser(basePath).default("/"))
    .addOption(
      list("--origin <origin>", "origin of a shell that may load the files (default: cache.shells, else all)", origin),
    )
    .addOption(list("--entry <file>", "further file whose URL stays and whose content changes"))
    .option("--tenant-manifest", "the manifest depends on who asks", false)
    .addOption(configuration())
    .addHelpText(
      "after",
      `
Examples:
  fedseal headers --for nginx dist > fedseal.conf
  fedseal headers --for netlify dist >> dist/_headers
  fedseal headers --format json dist
  fedseal headers --for caddy --origin https://shell.example --base /shop/ dist`,
    )
    .action(async (dir: string, options) => {
      const { writeHeaders } = await import("../headers.js");
      done(await writeHeaders(dir, options));
    });
}

function basePath(text: string): string {
  if (!/^\/([^/?#\s]+\/)*$/.test(text))
    throw new InvalidArgumentError("Write it as a path with `/` at both ends, such as /shop/.");
  return text;
}

function origin(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (!url || url.origin !== text)
    throw new InvalidArgumentError("Write it as an origin, such as https://shell.example.");
  return text;
}
