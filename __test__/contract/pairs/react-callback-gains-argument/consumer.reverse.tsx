import { Input } from "./surface";
const change = (value: string, touched: boolean): void => void [value, touched];
export const view = <Input onChange={change} />;
