import { Step, step } from "./surface";
export const t = (s: Step): string => { switch (s) { case Step.Draft: return "d"; case Step.Review: return "r"; case Step.Done: return "x"; } };
t(step("a"));
