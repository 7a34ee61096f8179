import { useRef } from "react";
import { Area } from "./surface";
export function App() { const r = useRef<HTMLTextAreaElement>(null); return <Area ref={r} onText={() => r.current?.cols} />; }
