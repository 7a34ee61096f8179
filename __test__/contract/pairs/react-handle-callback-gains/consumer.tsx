import { useRef } from "react";
import { Video, formats, type VideoHandle } from "./surface";
export function Player() {
  const h = useRef<VideoHandle>(undefined);
  return <button onClick={() => h.current?.pause()}><Video src={formats[0] ?? ""} muted onReady={v => { h.current = v; }} /></button>;
}
