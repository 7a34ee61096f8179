import { request } from "./surface";
request("get", "/me").then(({ mail }) => mail.trim());
