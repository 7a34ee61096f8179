import { forwardRef } from "react";
export interface FieldProps { label: string; invalid?: boolean }
export const Field = forwardRef<HTMLTextAreaElement, FieldProps>(function Field({ label }, ref) { return <label>{label}<textarea ref={ref} /></label>; });
