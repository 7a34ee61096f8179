import { string } from "./surface";
const r = string().safeParse(1); if (r.ok) r.value.trim(); else r.issues.join();
