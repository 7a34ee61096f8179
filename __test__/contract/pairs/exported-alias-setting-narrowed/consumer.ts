import { limit } from "./surface";
limit("rows", "all");
