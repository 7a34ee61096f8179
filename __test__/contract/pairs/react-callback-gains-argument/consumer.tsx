import { Input } from "./surface";
export const view = <Input onChange={(value) => void value.length} />;
