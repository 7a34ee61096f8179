import { dataset } from "./surface";
interface Attributes { [key: `data-${string}`]: number } declare const a: Attributes; dataset(a);
