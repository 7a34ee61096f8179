import { client } from "./surface";
client().query("user.get", { id: "a" }).then((user) => user?.name.trim());
