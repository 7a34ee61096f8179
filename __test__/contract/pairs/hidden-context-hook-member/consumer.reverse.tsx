import { useViewer } from "./surface";
export function L() { return <i>{useViewer().locale.trim()}</i>; }
