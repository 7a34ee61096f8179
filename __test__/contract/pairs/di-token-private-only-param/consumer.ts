import { CACHE, provide } from "./surface";
provide(CACHE, { read: k => k || null });
