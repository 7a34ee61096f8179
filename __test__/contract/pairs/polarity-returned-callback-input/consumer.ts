import { createFeed } from "./surface";
createFeed()((event: "open" | "close") => void event);
export {};
