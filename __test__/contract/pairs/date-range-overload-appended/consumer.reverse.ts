import { range } from "./surface";
range("2020-01-01", "2020-02-01", "UTC").map((d) => d.m);
