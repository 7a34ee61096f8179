import { Renderer } from "./surface";
export class Svg extends Renderer {}
