import { Settings } from "./surface";
Settings.instance.zoom = Settings.instance.zoom + 1;
