import { spacing } from "./surface";
export const gap = (name: string) => spacing[name];
