import { DatePicker } from "./surface";
export const a = <><DatePicker onChange={d => console.log(d?.getTime() ?? 0)} /><DatePicker value={new Date()} onChange={(d: Date | null) => void d} /></>;
