import { go } from "./surface";
go("/home");
export {};
