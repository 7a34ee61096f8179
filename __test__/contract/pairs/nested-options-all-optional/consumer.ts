import { request } from "./surface";
request<number>("/", { retry: { times: 1, backoff: "exp" }, beforeRequest: (c) => { c.url.trim(); } });
