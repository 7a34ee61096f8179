import { request, type RequestOptions } from "./surface";
const o: RequestOptions = { method: "GET", query: { a: "b" } }; request("/x", o).then((r) => r.ok); request("/y");
