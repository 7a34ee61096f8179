import { Queue } from "./surface";
export class Fast extends Queue {}
