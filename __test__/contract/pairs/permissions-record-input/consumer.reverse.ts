import { grant } from "./surface";
grant({ guest: new Set(["a"]) });
