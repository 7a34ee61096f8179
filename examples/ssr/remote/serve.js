// node serve.js <folder> <port>: serves a built remote, as any static server or CDN would.
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { extname, join, resolve, sep } from "node:path";

const [folder = "remote/dist", port = "3001"] = process.argv.slice(2);
const root = resolve(folder);
const types = { ".js": "text/javascript", ".css": "text/css", ".json": "application/json" };

createServer(async (request, response) => {
  try {
    const { pathname } = new URL(`http://localhost${request.url}`);
    const file = join(root, decodeURIComponent(pathname));
    if (!file.startsWith(root + sep)) throw new Error("outside of the folder");
    const bytes = await readFile(file);
    response.writeHead(200, {
      "content-type": types[extname(file)] ?? "application/octet-stream",
      // Browsers compare hashes only of files that they may read.
      "access-control-allow-origin": "*",
    });
    response.end(bytes);
  } catch {
    response.writeHead(404, { "content-type": "text/plain" }).end("Not found\n");
  }
}).listen(Number(port), "127.0.0.1", () => console.log(`${folder} is served at http://127.0.0.1:${port}`));
