import { forwardRef } from "react";
export const Field = forwardRef<HTMLInputElement, { name: string }>((props, ref) => (
  <input ref={ref} name={props.name} />
));
