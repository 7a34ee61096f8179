import { Slider } from "./surface";
const s = new Slider("x"); s.value = "12";
