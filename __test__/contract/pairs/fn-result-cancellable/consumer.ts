import { request, requestCount } from "./surface";
export const t: Promise<string> = request("x", { a: "b" }).then(r => r.text()).finally(requestCount);
