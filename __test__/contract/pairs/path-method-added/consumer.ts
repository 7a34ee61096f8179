import { request } from "./surface";
request("get", "/me").then(({ id }) => id.trim());
