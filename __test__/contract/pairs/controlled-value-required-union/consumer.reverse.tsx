import { Input, type InputProps } from "./surface";
const p: InputProps = { name: "a", value: "", onChange: v => v.length };
export const a = <Input {...p} />;
