import { chain, can } from "./surface";
chain().insert("x", 2).run(); can("link")("/", "_blank");
