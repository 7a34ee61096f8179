import { Feed } from "./surface";
new Feed().on("item");
export {};
