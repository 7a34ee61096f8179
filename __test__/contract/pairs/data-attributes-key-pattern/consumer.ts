import { dataset } from "./surface";
dataset({ id: 1 });
