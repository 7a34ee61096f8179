import { field, type FieldProps } from "./surface";
const f: FieldProps = field("a"); f.onChange(f.value + f.name);
