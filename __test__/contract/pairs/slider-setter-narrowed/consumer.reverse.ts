import { Slider } from "./surface";
const s = new Slider(); s.value = s.step; const fake: Slider = { value: 1, step: 2 }; export class Own extends Slider { override set value(n: number) { super.value = n; } override get value() { return super.value; } } export { fake };
