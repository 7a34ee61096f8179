import { dropWhile } from "./surface";
dropWhile((one: string) => one === "", true);
