import { nights, overlap, type DateRange } from "./surface";
const r: DateRange = { from: new Date(), to: new Date() }; nights(r).toFixed(); if (overlap(r, r)) nights(r);
