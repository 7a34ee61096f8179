import { Clock, useNow } from "./surface";
export function V() { return <Clock zone="de" seconds key={useNow(5).getTime()} />; }
