import { defineRoute } from "./surface";
export const r = defineRoute({ path: "/", loader: async a => a.signal.aborted });
