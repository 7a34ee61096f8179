import { edit } from "./surface";
edit((doc) => { doc.title = "a"; });
