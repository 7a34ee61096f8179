import { breadcrumb } from "./surface";
export const f = (parts: string[]) => breadcrumb(parts);
