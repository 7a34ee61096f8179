import { permissions } from "./surface";
for (const p of permissions("u")) { const q: "read" | "write" = p; q.trim(); }
