import { flagsOf, labelsOf, some } from "./surface";
export const flag: boolean | undefined = flagsOf(["a"]).a;
export const label: string = labelsOf(["a"]).a;
export const id: number | undefined = some({ id: 1, name: "n" }, ["id"]).id;
