import { Select } from "./surface";
export const view = <Select options={["a", "b"]} onPick={(o: string) => void o} />;
