import { Entity } from "./surface";
export const same = new Entity(1).equals(Entity.load(2));
