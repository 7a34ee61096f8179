import { pinned, visits } from "./surface";
for (const [id, v] of visits()) id.concat(v.path);
export const n = [...pinned()].map(v => v.path).length + visits().size;
