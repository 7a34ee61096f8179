import { subscribe } from "./surface";
subscribe("a", e => console.log(e.kind, e.id.slice(1)));
