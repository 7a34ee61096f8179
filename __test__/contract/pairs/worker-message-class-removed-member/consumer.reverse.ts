import { Message } from "./surface";
const like: Message<number> = { type: "a", payload: 1 }; export { like };
