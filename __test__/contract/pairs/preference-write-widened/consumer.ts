import { setPreference } from "./surface";
setPreference("density", "wide"); setPreference("fontSize", 12);
