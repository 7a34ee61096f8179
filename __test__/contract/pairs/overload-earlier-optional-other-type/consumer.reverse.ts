import { legacyId } from "./surface";
export const id: symbol = legacyId();
