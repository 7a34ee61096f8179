import { Socket } from "./surface";
export class Own extends Socket { protected override onRetry(n: number) { super.onRetry(n); } }
