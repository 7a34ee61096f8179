import { client } from "./surface";
client.fetch("users").then((all) => all.join());
