import { forwardRef } from "react";
export const Field = forwardRef<HTMLTextAreaElement, { name: string }>((props, ref) => (
  <textarea ref={ref} name={props.name} />
));
