import { empty, list, version, type Item } from "./surface";
const all: Item[] = [...list(), ...empty]; version.trim(); all[0]?.id.trim();
