import { Select } from "./surface";
export const v = <Select options={[1, 2, 3]} value={null} onSelect={n => n.toFixed()} label={n => n} />;
