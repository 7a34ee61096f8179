import { headers } from "./surface";
export const e: string | undefined = headers()["etag"];
