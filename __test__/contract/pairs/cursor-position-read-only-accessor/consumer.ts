import { cursor } from "./surface";
cursor().position = 3;
