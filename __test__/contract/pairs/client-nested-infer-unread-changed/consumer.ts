import { client } from "./surface";
client.fetch("me").then(({ id }) => id);
client.fetch("log").then((none) => { const u: undefined = none; return u; });
