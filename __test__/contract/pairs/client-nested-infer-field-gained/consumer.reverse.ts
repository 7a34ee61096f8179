import { client } from "./surface";
client.fetch("me").then(({ name }) => name);
