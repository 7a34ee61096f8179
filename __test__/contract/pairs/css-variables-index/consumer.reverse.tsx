import { Surface } from "./surface";
export const a = <Surface style={{ color: "red", "--gap": 4 }} />;
