import { Input } from "./surface";
export const a = <Input name="q" defaultValue="x" />;
