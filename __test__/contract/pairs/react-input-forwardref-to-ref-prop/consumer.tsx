import { useRef, useEffect } from "react";
import { TextField, plainField } from "./surface";
export function Form() {
  const ref = useRef<HTMLInputElement>(null);
  useEffect(() => ref.current?.focus());
  return <><TextField ref={ref} label="Name" value="" onValue={n => n.trim()} /><TextField key="b" {...plainField("b")} ref={el => { el?.blur(); }} /></>;
}
