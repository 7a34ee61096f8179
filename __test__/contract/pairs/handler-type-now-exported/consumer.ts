import { onEvent } from "./surface";
onEvent((p) => p.id.trim() + p.at.toFixed())();
