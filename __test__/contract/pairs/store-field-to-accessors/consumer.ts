import { Store } from "./surface";
export class Own extends Store { override value = 3; }
