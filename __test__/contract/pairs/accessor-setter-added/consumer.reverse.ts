import { Slider } from "./surface";
Slider.of(document.body).value = 3;
