import { latest } from "./surface";
const v = latest(); if (typeof v === "string") v.trim(); else String(v);
