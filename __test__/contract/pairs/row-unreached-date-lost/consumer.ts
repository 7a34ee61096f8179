import { get, set } from "./surface";
get("name").trim();
set("id", 1);
