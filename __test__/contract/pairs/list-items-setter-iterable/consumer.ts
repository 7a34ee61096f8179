import { listModel } from "./surface";
listModel().items = new Set(["a"]);
