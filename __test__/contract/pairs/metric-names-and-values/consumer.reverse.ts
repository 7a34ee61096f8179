import { record } from "./surface";
record("cls", 1);
