import { Shape } from "./surface";
export class Square extends Shape { override readonly area = 4; }
