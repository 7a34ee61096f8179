import { edit } from "./surface";
edit((doc) => { doc.title = null; });
