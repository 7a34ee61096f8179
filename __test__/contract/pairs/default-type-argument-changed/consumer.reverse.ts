import { api } from "./surface";
api.list<number>("/").then((p) => p.cursor?.toFixed());
