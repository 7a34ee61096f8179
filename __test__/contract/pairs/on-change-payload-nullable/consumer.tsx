import { DatePicker } from "./surface";
export const a = <DatePicker onChange={d => console.log(d.getTime())} />;
