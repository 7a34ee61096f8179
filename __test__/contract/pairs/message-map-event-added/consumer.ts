import type { Message } from "./surface";
export const name = (one: Message): "open" | "pick" => one.name;
