import { hours, setHours } from "./surface";
const [o, c] = hours().mon; setHours({ mon: o, tue: c }); setHours({});
