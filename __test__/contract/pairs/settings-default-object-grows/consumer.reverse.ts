import settings from "./surface";
settings.has("a");
