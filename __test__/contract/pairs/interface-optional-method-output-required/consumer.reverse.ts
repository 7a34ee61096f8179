import { session } from "./surface";
session().refresh().then(s => s.expires.getTime());
