import { volume } from "./surface";
volume.set("mute");
