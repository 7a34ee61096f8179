import { readHeaders, writeHeaders } from "./surface";
const h = readHeaders("x"); h.a = ["b"]; h["c"]?.push("d"); writeHeaders(h).trim(); writeHeaders({ a: ["b"] });
