import { langs, setLabels, type Lang } from "./surface";
const l: Partial<Record<Lang, string>> = {};
l.de = langs()[0];
setLabels({ de: "x" });
setLabels(l);
