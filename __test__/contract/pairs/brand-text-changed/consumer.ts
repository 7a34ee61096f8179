import { cents, sum, type Cents } from "./surface";
const a: Cents[] = [cents(1), cents(2)]; const t: Cents = sum(...a); export const n: number = t / 100; export const m: Record<string, Cents> = { t };
