import { client } from "./surface";
client().query("user.get", { id: "a", deep: true });
