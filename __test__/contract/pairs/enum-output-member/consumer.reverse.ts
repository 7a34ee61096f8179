import { phase, Phase } from "./surface";
export const bad = () => phase() === Phase.Failed;
