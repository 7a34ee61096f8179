import { createApi } from "./surface";
export const r = createApi({ base: "/", limits: { patch: 1 } });
