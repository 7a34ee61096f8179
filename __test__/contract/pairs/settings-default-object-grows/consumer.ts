import settings from "./surface";
settings.load().then(() => settings.get("a")?.trim());
