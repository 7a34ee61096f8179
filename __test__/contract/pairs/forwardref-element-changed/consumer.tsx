import { useRef } from "react";
import { Area } from "./surface";
export function App() { const r = useRef<HTMLInputElement>(null); return <Area ref={r} onText={() => r.current?.checked} />; }
