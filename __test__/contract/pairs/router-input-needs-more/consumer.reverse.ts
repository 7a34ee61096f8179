import { client } from "./surface";
client().query("user.get", { id: "a", org: "b" });
