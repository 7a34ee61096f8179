import { Slider } from "./surface";
const s = new Slider("x"); s.value = s.min + 1;
