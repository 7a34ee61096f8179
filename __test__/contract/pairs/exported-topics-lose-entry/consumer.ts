import { subscribe } from "./surface";
subscribe("pause", (m) => m.at.getTime());
