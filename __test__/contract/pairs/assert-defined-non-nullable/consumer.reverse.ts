import { compact, defined } from "./surface";
defined("a" as string | null).trim(); compact([1, undefined])[0]?.toFixed(); export function own<T>(v: T): NonNullable<T> { return defined(v, "x"); }
