import { createFeed } from "./surface";
createFeed()((event) => void event.length);
export {};
