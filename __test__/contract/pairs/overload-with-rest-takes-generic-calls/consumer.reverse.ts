import { dropWhile } from "./surface";
dropWhile((one: string) => one === "", 1, 2);
