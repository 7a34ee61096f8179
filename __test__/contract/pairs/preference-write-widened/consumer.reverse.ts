import { setPreference } from "./surface";
setPreference("fontSize", "auto");
