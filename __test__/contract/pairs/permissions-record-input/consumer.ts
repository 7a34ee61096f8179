import { grant } from "./surface";
grant({ admin: ["a"] }); grant({}); const p: Partial<Record<"admin" | "user", readonly string[]>> = { user: [] }; grant(p);
