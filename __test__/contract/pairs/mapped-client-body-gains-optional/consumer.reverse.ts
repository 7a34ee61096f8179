import { api } from "./surface";
api.save({ id: "a", name: "b" });
