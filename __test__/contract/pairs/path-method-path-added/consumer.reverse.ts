import { request } from "./surface";
request("get", "/cart").then((count) => count.toFixed());
