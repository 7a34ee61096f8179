import { watch } from "./surface";
const form = { user: { name: "", geo: { lat: 1 } }, ok: true };
watch(form, "ok"); watch(form, "user.name"); watch(form, "user.geo.lat"); export const u: unknown = watch<{ a: { b: 1 } }>({ a: { b: 1 } }, "a.b");
