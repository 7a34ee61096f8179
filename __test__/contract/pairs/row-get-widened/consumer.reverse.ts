import { get } from "./surface";
get("name")?.trim();
