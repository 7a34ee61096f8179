import { go } from "./surface";
go("#top");
export {};
