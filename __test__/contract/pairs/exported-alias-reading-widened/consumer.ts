import { reading } from "./surface";
reading("temperature").toFixed();
