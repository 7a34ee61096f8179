import { client } from "./surface";
client.fetch("me").then(({ id }) => id);
