import { profile, type Profile } from "./surface";
const p: Profile = profile(); export const n: string = p.name + (p.phone ?? ""); export const { phone = "" } = p; export const o: { phone?: string } = p;
