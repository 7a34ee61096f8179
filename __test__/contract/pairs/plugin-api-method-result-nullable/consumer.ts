import { activate } from "./surface";
activate(({ storage }) => console.log(storage.read("a").length));
