import { Format } from "./surface";
export class LocalFormat extends Format {}
