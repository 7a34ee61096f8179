import { Bag } from "./surface";
new Bag<number>().add(1).add(2, 3).size.toFixed();
export class Own extends Bag<string> { override add(first: string, ...rest: string[]): this { return super.add(first, ...rest); } }
