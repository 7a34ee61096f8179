import type { Client } from "./surface";
export const urlOf = (client: Client): string => client.url;
const one: Client = { url: "/" };
urlOf(one);
