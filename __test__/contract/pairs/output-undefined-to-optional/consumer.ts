import { profile } from "./surface";
interface Card { name: string; phone: string | undefined }
export const card: Card = profile();
