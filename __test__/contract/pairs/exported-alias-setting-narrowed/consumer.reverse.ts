import { limit, type Limits } from "./surface";
const rows: Limits["rows"] = 3; limit("rows", rows); limit("depth", 1);
