import { request } from "./surface";
request("get", "/me").then((me) => me?.id.trim());
