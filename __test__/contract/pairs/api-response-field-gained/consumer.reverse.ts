import { request } from "./surface";
export const c = request("getOrder", { id: "1" }).then(o => o.currency.toLowerCase());
