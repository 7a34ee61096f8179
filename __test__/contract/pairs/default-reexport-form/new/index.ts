import { createClient } from "./impl/client";
export type { Options } from "./impl/client";
export default createClient;
