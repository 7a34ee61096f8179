import { request, type RequestOptions } from "./surface";
const o: RequestOptions = { cache: true, method: "GET" }; o.headers = { a: "b" }; request("/", o); request("/", { signal: new AbortController().signal }); interface Mine extends RequestOptions { retry: number } const m: Mine = { retry: 1, ...o }; request("x", m);
