import { Slider } from "./surface";
new Slider().value = "10";
