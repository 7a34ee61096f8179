import { Entity } from "./surface";
class Sub extends Entity { constructor() { super(1); } }
export const same = new Sub().equals(Entity.load(2));
