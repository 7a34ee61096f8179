import { describe, subject } from "./surface";
export const s = describe(subject.name);
