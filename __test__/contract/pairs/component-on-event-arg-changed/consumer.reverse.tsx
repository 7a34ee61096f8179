import { Input } from "./surface";
export const i = <Input value="" onChange={(v) => v.trim()} />;
