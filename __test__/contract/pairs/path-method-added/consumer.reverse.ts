import { request } from "./surface";
request("put", "/me").then((done) => done === true);
