import { pick } from "./surface";
const p = pick("id", "size"); p.id.trim(); p.size?.toFixed(); const r: Record<string, unknown> = p; export { r };
