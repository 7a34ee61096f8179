import { forwardRef } from "react";
export interface FieldProps { label: string; invalid?: boolean }
export const Field = forwardRef<HTMLInputElement, FieldProps>(function Field({ label }, ref) { return <label>{label}<input ref={ref} /></label>; });
