import { legacyId } from "./surface";
export const id: string = legacyId();
