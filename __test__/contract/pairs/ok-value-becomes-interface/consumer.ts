import { readUser } from "./surface";
const u = readUser(); if (u.ok) { const r: Record<string, string> = u.value; Object.keys(r); }
