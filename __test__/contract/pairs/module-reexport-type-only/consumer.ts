import { Client } from "./surface";
export const c = new Client();
