import { bus } from "./surface";
bus.on("close", ({ id }) => console.log(id.length));
