import { headers, status } from "./surface";
export const e = headers()["content-type"] + status();
