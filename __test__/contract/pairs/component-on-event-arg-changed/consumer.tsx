import { Input } from "./surface";
export const i = <Input value="" onChange={(e) => e.target.value.trim()} />;
