import { client, names } from "./surface";
client("/").users.byId({ id: "1" }).then((u) => u?.name); client("/").ping(); names()[0];
