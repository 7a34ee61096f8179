import { Select } from "./surface";
export const s = <Select options={[{ id: 1 }]} value={null} onChange={() => {}} placeholder={<b />} />;
