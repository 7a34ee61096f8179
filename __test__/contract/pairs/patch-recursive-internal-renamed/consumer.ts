import { firstNode } from "./surface";
export const label: string | undefined = firstNode().next?.next?.label;
