import { Step } from "./surface";
export const s = Step.Idea;
