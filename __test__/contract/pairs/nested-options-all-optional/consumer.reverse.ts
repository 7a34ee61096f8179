import { request } from "./surface";
request<number>("/", { retry: { times: 1 }, signal: null, afterRequest: (c) => { c.attempt.toFixed(); } });
