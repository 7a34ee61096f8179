import { Bag } from "./surface";
new Bag<number>().add();
