import { Slider } from "./surface";
const s = Slider.of(document.body); export const r: number = s.value / s.max; export const o: { readonly value: number } = s;
