import { create } from "./surface";
export const app: string = create();
