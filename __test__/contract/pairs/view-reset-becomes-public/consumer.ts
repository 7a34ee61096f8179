import { View } from "./surface";
export class Own extends View { protected override reset() { super.reset(); } }
