import { dispatch } from "./surface";
dispatch("open", "a"); dispatch("close"); const c: ["close"] = ["close"]; dispatch(...c);
