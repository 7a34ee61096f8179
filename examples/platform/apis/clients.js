// Generates the clients of the remotes: `node examples/platform/apis/clients.js [folder]`.
import { dirname } from "node:path";
import { generate } from "orval";
import { clients } from "../orval.config.js";

const root = process.argv[2] ?? dirname(import.meta.dirname);
for (const config of Object.values(clients(root))) await generate(config, root);
