import { client } from "./surface";
client().query("user.get", { id: "a" }).then(({ name }) => name.trim());
